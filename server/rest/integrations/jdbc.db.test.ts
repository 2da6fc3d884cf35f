import { once } from 'node:events'
import { connect, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestActor, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from '@/server/rest/testing/rest-client'
import { reaches, system } from '@/server/rest/testing/rest-server'

/** A tenant's PostgreSQL: another database, at an address that is not that of the server's own. */
let theirs: TestDatabase
let relay: Server
let db: TestDatabase
let app: TestApp
let call: RestClient
let settings: Record<string, string | number | boolean>

beforeAll(async () => {
  theirs = await createTestDatabase()
  await theirs.pool.query(`create schema shop; create table shop.items (id int primary key, name text, price numeric, at date);
    insert into shop.items values (1, 'pen', 1.5, '2026-01-02'), (2, 'it''s', 12345678901234567890, null)`)
  const url = new URL(theirs.url)
  relay = createServer((socket) => {
    const upstream = connect(Number(url.port), url.hostname)
    socket.pipe(upstream).pipe(socket)
    for (const each of [socket, upstream])
      each.on('error', () => upstream.destroy(socket.destroy() as unknown as Error))
  }).listen(0, '127.0.0.1')
  await once(relay, 'listening')
  const address = relay.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  db = await createTestDatabase()
  app = startTestApp(db, {
    PLAYGROUND_OUTBOUND_ALLOW: `localhost:${port},${url.hostname}:${url.port}`,
    PLAYGROUND_LIMIT_STATEMENT_MS: '1000',
    PLAYGROUND_LIMIT_STATEMENT_ROWS: '100',
    PLAYGROUND_LIMIT_TASK_OUTPUT_BYTES: '100000',
  })
  call = restClient(createRest(app), { 'x-authorization': await createToken(db, await createTestActor(db), 'owner') })
  settings = {
    host: 'localhost',
    port,
    database: url.pathname.slice(1),
    username: decodeURIComponent(url.username),
    ...(url.password !== '' && { password: decodeURIComponent(url.password) }),
    tls: false,
  }
  await integrate('shop', { schema: 'shop' })
})
afterAll(async () => {
  await app.stop()
  relay.close()
  await db.drop()
  await theirs.drop()
})

async function integrate(name: string, more: object): Promise<void> {
  const configuration = { ...settings, ...more }
  expect((await call('POST', `/integrations/provider/${name}`, { type: 'postgres', configuration })).status).toBe(200)
}

async function run(inputParameters: object, status = 'COMPLETED') {
  const task = system('JDBC', 'statement', { connectionId: 'shop', type: 'SELECT', ...inputParameters })
  await call('POST', '/metadata/workflow?overwrite=true', { name: 'reader', tasks: [task] })
  const id = (await call('POST', '/workflow', { name: 'reader', input: {} })).text
  const { tasks } = await reaches(call, id, status)
  return { output: tasks[0].outputData, status: tasks[0].status, reason: tasks[0].reasonForIncompletion }
}
const count = async () => (await theirs.pool.query('select count(*)::int as n from shop.items')).rows[0].n

test('rows are read with bound parameters, as JSON', async () => {
  const statement = 'select id, name, price, at, null as nothing, true as yes from items where id >= ? order by id'
  expect((await run({ statement, parameters: ['1'] })).output).toEqual({
    result: [
      { id: 1, name: 'pen', price: 1.5, at: '2026-01-02', nothing: null, yes: true },
      { id: 2, name: "it's", price: '12345678901234567890', at: null, nothing: null, yes: true },
    ],
  })
  const injected = await run({ statement: 'select id from items where name = ?', parameters: ["' or 1=1 --"] })
  expect(injected.output).toEqual({ result: [] })
  const named = { connectionId: undefined, integrationName: 'shop', schemaName: 'pg_catalog' }
  expect((await run({ ...named, statement: 'select current_schema as s' })).output).toEqual({
    result: [{ s: 'pg_catalog' }],
  })
})

test('changes are counted; another count than the expected one undoes them', async () => {
  const statement = 'insert into items (id, name) select n, ? from generate_series(10, 12) n'
  const update = { type: 'UPDATE', statement, parameters: ['new'] }
  const undone = await run({ ...update, expectedUpdateCount: 2 }, 'FAILED')
  expect(undone).toMatchObject({
    status: 'FAILED',
    reason: 'JDBC task failed: 2 rows were expected to change, but 3 did; nothing was changed.',
  })
  expect(await count()).toBe(2)
  expect((await run({ ...update, expectedUpdateCount: 3 })).output).toEqual({ update_count: 3 })
  expect(await count()).toBe(5)
})

test('what is wrong is said in the database’s words', async () => {
  expect((await run({ statement: 'select * from nowhere' }, 'FAILED')).reason).toBe(
    'JDBC task failed: relation "nowhere" does not exist',
  )
  expect((await run({ statement: 'select ?, ?', parameters: ['1'] }, 'FAILED')).reason).toContain(
    'has 2 parameters; 1 are given',
  )
  expect((await run({ statement: 'select 1; drop table items' }, 'FAILED')).reason).toContain('multiple commands')
  expect((await run({ statement: 'select 1', connectionId: 'none' }, 'FAILED')).reason).toContain(
    'no PostgreSQL integration named none',
  )
  expect((await run({ statement: 'select 1', type: 'DELETE' }, 'FAILED')).reason).toContain('is SELECT or UPDATE')
  expect((await run({ statement: '' }, 'FAILED')).reason).toBe('Missing statement')
})

test('time, rows and bytes of a statement are bounded, and the limit is named', async () => {
  expect((await run({ statement: 'select pg_sleep(60)' }, 'FAILED')).reason).toContain('statement timeout')
  expect((await run({ statement: 'select generate_series(1, 101)' }, 'FAILED')).reason).toContain('limit statementRows')
  const much = await run({ statement: `select repeat('x', 200000) as x` }, 'FAILED')
  expect(much.reason).toContain('limit taskOutputBytes')
  const flood = await run({ statement: `select repeat('x', 50000000) as x` }, 'FAILED')
  expect(flood.reason).toContain('limit taskOutputBytes')
})

test('the database of this server is no integration, also where the operator allows its address', async () => {
  const url = new URL(db.url)
  for (const host of [url.hostname, '127.0.0.1', 'localhost']) {
    await integrate('own', { host, port: Number(url.port), database: url.pathname.slice(1) })
    const { reason } = await run({ connectionId: 'own', statement: 'select 1' }, 'FAILED')
    expect(reason).toMatch(/is the database of this server itself|is a local name|is not a public address/)
  }
})
