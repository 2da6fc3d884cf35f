import { afterAll, describe, expect, it } from 'vitest'
import { asNamespaceId } from '@/server/model/ids'
import { tenantOf } from './tenant'
import { createTestDatabase } from './testing/test-database'

const database = await createTestDatabase()
afterAll(() => database.drop())

describe('tenantOf', () => {
  const tenant = tenantOf(database, asNamespaceId(42))

  it('binds the namespace as $1', async () => {
    const rows = await tenant.rows(
      'select * from (values (42, $2::text), (7, $2)) t (namespace_id, given) where namespace_id = $1',
      ['x'],
    )
    expect(rows).toEqual([{ namespace_id: 42, given: 'x' }])
  })

  it('12: refuses a statement that forgets it', async () => {
    for (const sql of [
      'select * from tasks where id = $2',
      'select * from tasks where id = $2 and $1 is not null',
      'select * from tasks where namespace_id = $10',
      'insert into task_logs (id, namespace_id) values ($2, 7)',
    ])
      await expect(tenant.rows(sql, ['x'])).rejects.toThrow(/must say namespace_id = \$1/)
  })

  it('reads 64-bit integers as numbers, and abandons no transaction, on every connection', async () => {
    const engine = await database.connectEngine()
    for (const connection of [database.pool, database.readers, engine]) {
      const { rows } = await connection.query(
        `select 1800000000000::bigint as at, current_setting('idle_in_transaction_session_timeout') as patience`,
      )
      expect(rows).toEqual([{ at: 1_800_000_000_000, patience: '10s' }])
    }
    await engine.end()
  })
})
