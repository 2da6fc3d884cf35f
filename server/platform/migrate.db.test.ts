import { afterAll, describe, expect, it } from 'vitest'
import { migrate, readMigrations } from './migrate'
import { createTestDatabase } from './testing/test-database'

const database = await createTestDatabase()
afterAll(() => database.drop())

describe('migrate', () => {
  it('records what Prisma would record', async () => {
    const { rows } = await database.pool.query(
      'select migration_name, checksum, applied_steps_count, finished_at is not null as finished from _prisma_migrations order by 1',
    )
    const expected = readMigrations().map(({ name, checksum }) => ({
      migration_name: name,
      checksum,
      applied_steps_count: 1,
      finished: true,
    }))
    expect(rows).toEqual(expected)
  })

  it('changes nothing the second time, also when two servers start at once', async () => {
    await Promise.all([migrate(database.url), migrate(database.url)])
    const { rows } = await database.pool.query('select count(*) from _prisma_migrations')
    expect(rows).toEqual([{ count: readMigrations().length }])
  })

  it('refuses a database whose migration differs from the file', async () => {
    await database.pool.query(`update _prisma_migrations set checksum = 'other'`)
    await expect(migrate(database.url)).rejects.toThrow(/was changed after this database applied it/)
  })
})
