import { execFileSync } from 'node:child_process'
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

it('R23: an image of its files in the middle of writing opens with all that was answered', {
  timeout: 90_000,
}, async () => {
  const [source, image] = [join(folder, 'written'), join(folder, 'image')]
  const { url, stop } = await start(source)
  await ask(url, 'create table written (n int primary key)')
  const writer = new pg.Client({ connectionString: url })
  await writer.connect()
  let answered = 0
  let isOver = false
  const writing = (async () => {
    while (!isOver) {
      await writer.query('insert into written values ($1)', [answered])
      answered++
    }
  })()
  await expect.poll(() => answered, { timeout: 60_000 }).toBeGreaterThan(200)
  const before = answered
  await freezeAndCopy(url, source, image)
  isOver = true
  await writing
  await writer.end()
  await stop()

  const copy = await start(image)
  const [found] = (await ask(copy.url, 'select count(*)::int as rows, max(n) as last from written')) as Found[]
  expect(found?.rows).toBeGreaterThanOrEqual(before)
  expect(found?.last).toBe((found?.rows ?? 0) - 1)
  await copy.stop()
})

interface Found {
  readonly rows: number
  readonly last: number
}

/** At one moment for all its processes, as the plug would be pulled. */
async function freezeAndCopy(url: string, source: string, image: string): Promise<void> {
  const postmaster = Number.parseInt(readFileSync(join(source, 'postgres', 'postmaster.pid'), 'utf8'), 10)
  const others = (await ask(url, 'select pid from pg_stat_activity where pid <> pg_backend_pid()')) as { pid: number }[]
  const pids = [postmaster, ...others.map(({ pid }) => pid)]
  for (const pid of pids) process.kill(pid, 'SIGSTOP')
  execFileSync('cp', ['-a', source, image])
  for (const pid of pids) process.kill(pid, 'SIGCONT')
}

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
