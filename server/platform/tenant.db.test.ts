import { afterAll, describe, expect, it } from 'vitest'
import { asNamespaceId } from '@/server/model/ids'
import { tenantOf } from './tenant'
import { createTestDatabase } from './testing/test-database'

const database = await createTestDatabase()
afterAll(() => database.drop())

describe('tenantOf', () => {
  const tenant = tenantOf(database, asNamespaceId(42))

  it('binds the namespace as $1', async () => {
    const rows = await tenant.rows('select $1::int as namespace, $2::text as given', ['x'])
    expect(rows).toEqual([{ namespace: 42, given: 'x' }])
  })

  it('refuses a statement that forgets it', async () => {
    await expect(tenant.rows('select * from tasks where id = $2', ['x'])).rejects.toThrow(/must use \$1/)
    await expect(tenant.rows('select $10::int')).rejects.toThrow(/must use \$1/)
  })

  it('reads 64-bit integers as numbers, on every connection', async () => {
    expect(await tenant.rows('select $1::int as id, 1800000000000::bigint as at')).toMatchObject([
      { at: 1_800_000_000_000 },
    ])
    const engine = await database.connectEngine()
    const { rows } = await engine.query(`select 7::bigint as n, current_setting('plan_cache_mode') as mode`)
    await engine.end()
    expect(rows).toEqual([{ n: 7, mode: 'force_custom_plan' }])
  })
})
