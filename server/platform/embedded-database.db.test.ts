import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, it } from 'vitest'
import { openDatabase, requireReachable } from './database'
import { startEmbeddedDatabase } from './embedded-database'

const folder = mkdtempSync(join(tmpdir(), 'embedded test '))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Another OS user may have to enter it: mkdtemp's own mode is 0700.
chmodSync(folder, 0o755)
const start = (dataFolder: string) => startEmbeddedDatabase({ dataFolder, durable: true })

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client
    .query(sql)
    .then(
      ({ rows }) => rows,
      () => [],
    )
    .finally(() => client.end().catch(() => undefined))
}

it('keeps its data, serves several users until the last leaves, comes back after a kill', {
  timeout: 90_000,
}, async () => {
  const first = await start(folder)
  await ask(first.url, `create table kept as select 'here' as value`)
  const second = await start(folder)
  expect(second.url).toBe(first.url)
  await first.stop()
  expect(await ask(second.url, 'select * from kept')).toEqual([{ value: 'here' }])

  const postmaster = Number.parseInt(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  process.kill(postmaster, 'SIGKILL')
  await expect
    .poll(() => ask(second.url, 'select * from kept').catch(() => []), { timeout: 60_000 })
    .toEqual([{ value: 'here' }])

  await second.stop()
  await expect(ask(second.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/)
})

it('stands beside another copy', { timeout: 90_000 }, async () => {
  const [one, other] = await Promise.all([start(join(folder, 'one')), start(join(folder, 'other'))])
  expect(one.url).not.toBe(other.url)
  await Promise.all([one.stop(), other.stop()])
})

it('says in one line that a folder or a database cannot be used', async () => {
  const file = join(folder, 'file')
  writeFileSync(file, '')
  await expect(start(join(file, 'data'))).rejects.toThrow(
    /^The data folder .* cannot be written .* set PLAYGROUND_DATA\.$/,
  )
  const nobody = openDatabase('postgresql://a:secret@127.0.0.1:1/none')
  await expect(requireReachable(nobody)).rejects.toThrow(
    /^The database at 127\.0\.0\.1:1 cannot be reached .*ECONNREFUSED.* check DATABASE_URL\.$/,
  )
  await nobody.close()
})
