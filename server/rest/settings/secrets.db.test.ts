import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestActor, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from '@/server/rest/testing/rest-client'
import { reaches, simple, system } from '@/server/rest/testing/rest-server'

const CANARY = 'canary-7f3b1e-"quoted"/päth'
let db: TestDatabase
let app: TestApp
let other: TestApp
let call: RestClient
let elsewhere: RestClient
let viewer: RestClient
let stranger: RestClient
let echo: Server
const heard: IncomingHttpHeaders[] = []
const logged: string[] = []
const logger = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) })

beforeAll(async () => {
  echo = createServer((request, response) => {
    heard.push(request.headers)
    response.writeHead(request.url === '/refuse' ? 500 : 200).end('{"ok":true}')
  })
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve))
  db = await createTestDatabase()
  const settings = { PLAYGROUND_OUTBOUND_ALLOW: `127.0.0.1:${port()}`, PLAYGROUND_ENV_REGION: 'eu' }
  app = startTestApp(db, settings, logger)
  other = startTestApp(db, settings, logger)
  const [ours, theirs] = [await createTestActor(db), await createTestActor(db)]
  const clientOf = async (from: TestApp, actor: typeof ours, role: 'owner' | 'viewer') =>
    restClient(createRest(from), { 'x-authorization': await createToken(db, actor, role) })
  call = await clientOf(app, ours, 'owner')
  elsewhere = await clientOf(other, ours, 'owner')
  viewer = await clientOf(app, ours, 'viewer')
  stranger = await clientOf(app, theirs, 'owner')
  await call('PUT', '/secrets/KEY', CANARY)
  await call('PUT', '/secrets/DB', JSON.stringify({ user: { name: 'sa', password: CANARY }, port: 5432 }))
})
afterAll(async () => {
  await app.stop()
  await other.stop()
  await db.drop()
  echo.close()
})

const port = () => (echo.address() as AddressInfo).port
async function run(name: string, tasks: object[], input: object = {}): Promise<string> {
  expect((await call('POST', '/metadata/workflow?overwrite=true', { name, tasks })).status).toBe(200)
  return (await call('POST', '/workflow', { name, input })).text
}
const inputOf = async (workflowId: string, at = 0) =>
  (await call('GET', `/workflow/${workflowId}`)).body.tasks[at].inputData

it('case 247: the stored input keeps the marker, the polled task shows the value', async () => {
  const id = await run(
    'poll_secret',
    [
      simple('poll_secret', {
        inputParameters: {
          whole: '${workflow.secrets.KEY}',
          embedded: 'Bearer ${workflow.secrets.KEY}!',
          missing: '${workflow.secrets.NONE}',
          missingInText: '<${workflow.secrets.NONE}>',
          path: '${workflow.secrets.DB.user.password}',
          number: '${workflow.secrets.DB.port}',
          document: '${workflow.secrets.DB.user}',
          malformed: '${workflow.input.malformed}',
          notJson: '${workflow.secrets.KEY.user}',
          nested: { list: ['a', '${workflow.secrets.KEY}'] },
        },
      }),
    ],
    { malformed: '${workflow.secrets.DB.user[}' },
  )
  const polled = (await call('GET', '/tasks/poll/poll_secret')).body
  expect(polled.inputData).toEqual({
    whole: CANARY,
    embedded: `Bearer ${CANARY}!`,
    missing: null,
    missingInText: '<>',
    path: CANARY,
    number: 5432,
    document: { name: 'sa', password: CANARY },
    malformed: null,
    notJson: null,
    nested: { list: ['a', CANARY] },
  })
  expect(await inputOf(id)).toMatchObject({
    whole: '${workflow.secrets.KEY}',
    embedded: 'Bearer ${workflow.secrets.KEY}!',
  })
  expect((await call('GET', `/tasks/${polled.taskId}`)).text).not.toContain('canary')
})

it('a task that was claimed instead of handed over shows the value too, and again after a retry', async () => {
  await call('POST', '/metadata/taskdefs', [{ name: 'claim_secret', retryCount: 1, retryDelaySeconds: 0 }])
  const id = await run('claim_secret', [
    simple('claim_secret', { inputParameters: { key: '${workflow.secrets.KEY}' } }),
  ])
  const first = (await elsewhere('GET', '/tasks/poll/claim_secret')).body
  expect(first.inputData).toEqual({ key: CANARY })
  await call('POST', '/tasks', { workflowInstanceId: id, taskId: first.taskId, status: 'FAILED' })
  const [second] = (await call('GET', '/tasks/poll/batch/claim_secret?timeout=2000')).body
  expect(second.inputData).toEqual({ key: CANARY })
})

it('the next task that an update is answered with shows the value too', async () => {
  const chained = (ref: string) => ({ ...simple('next_secret'), taskReferenceName: ref })
  const inputParameters = { key: '${workflow.secrets.KEY}' }
  const id = await run('next_secret', [chained('one'), { ...chained('two'), inputParameters }])
  const [first] = (await call('GET', '/tasks/poll/batch/next_secret?timeout=2000')).body
  const result = { workflowInstanceId: id, taskId: first.taskId, status: 'COMPLETED' }
  const next = (await call('POST', '/tasks/update-v2', result)).body
  expect(next).toMatchObject({ referenceTaskName: 'two', status: 'IN_PROGRESS', inputData: { key: CANARY } })
  expect(await inputOf(id, 1)).toEqual(inputParameters)
})

it('cases 249 and 250: INLINE, JSON_JQ_TRANSFORM and SET_VARIABLE compute with the value; stored inputs are literal', async () => {
  const length = { e: '$.key.length', v: '.key | length' }
  const id = await run('system_secret', [
    system('INLINE', 'script', { expression: length.e, key: '${workflow.secrets.KEY}' }),
    system('JSON_JQ_TRANSFORM', 'jq', { queryExpression: length.v, key: '${workflow.secrets.KEY}' }),
    system('INLINE', 'param', {
      evaluatorType: 'value-param',
      expression: 'port',
      port: '${workflow.secrets.DB.port}',
    }),
    system('SET_VARIABLE', 'set', { port: '${workflow.secrets.DB.port}', plain: 1 }),
  ])
  const { tasks, variables } = await reaches(call, id, 'COMPLETED')
  expect(tasks[0].outputData).toEqual({ result: CANARY.length })
  expect(tasks[1].outputData.result).toBe(CANARY.length)
  expect(tasks[2].outputData).toEqual({ result: 5432 })
  expect(variables).toEqual({ port: 5432, plain: 1 })
  expect(tasks.map((task: { inputData: object }) => JSON.stringify(task.inputData))).toEqual([
    expect.stringContaining('${workflow.secrets.KEY}'),
    expect.stringContaining('${workflow.secrets.KEY}'),
    expect.stringContaining('${workflow.secrets.DB.port}'),
    expect.stringContaining('${workflow.secrets.DB.port}'),
  ])
})

it('case 251: the input of a child keeps the marker; its task receives the value', async () => {
  const child = {
    name: 'secret_child',
    tasks: [simple('child_secret', { inputParameters: { key: '${workflow.input.key}' } })],
  }
  await call('POST', '/metadata/workflow?overwrite=true', child)
  const id = await run('secret_parent', [
    {
      ...system('SUB_WORKFLOW', 'sub', { key: '${workflow.secrets.KEY}' }),
      subWorkflowParam: { name: 'secret_child' },
    },
  ])
  const [polled] = (await call('GET', '/tasks/poll/batch/child_secret?timeout=3000')).body
  expect(polled.inputData).toEqual({ key: CANARY })
  expect((await call('GET', `/workflow/${polled.workflowInstanceId}`)).body.input).toMatchObject({
    key: '${workflow.secrets.KEY}',
  })
  expect(await inputOf(id)).toMatchObject({ workflowInput: { key: '${workflow.secrets.KEY}' } })
})

it('case 252: HTTP sends the resolved header; the stored request is literal, and a reason never repeats the value', async () => {
  const request = (path: string) => ({
    uri: `http://127.0.0.1:${port()}${path}`,
    method: 'GET',
    headers: { 'x-key': '${workflow.secrets.DB.user.name}', 'x-long': '${workflow.secrets.TOKEN}' },
  })
  await call('PUT', '/secrets/TOKEN', 'canary-in-a-header')
  const id = await run('http_secret', [system('HTTP', 'http', { http_request: request('/') })])
  const { tasks } = await reaches(call, id, 'COMPLETED')
  expect(heard.at(-1)).toMatchObject({ 'x-key': 'sa', 'x-long': 'canary-in-a-header' })
  expect(tasks[0].inputData.http_request.headers['x-long']).toBe('${workflow.secrets.TOKEN}')
  const broken = { ...request('/'), uri: 'ht!tp://${workflow.secrets.TOKEN}/' }
  const failed = await run('http_broken', [system('HTTP', 'http', { http_request: broken })])
  const end = await reaches(call, failed, 'FAILED')
  expect(JSON.stringify(end)).not.toContain('canary')
})

it('neither the log of an HTTP_POLL nor a rehearsal repeats the value in what went wrong', async () => {
  const uri = 'http://127.0.0.1:1/?key=${workflow.secrets.TOKEN}'
  const http_request = { uri, method: 'GET', headers: {} }
  const id = await run('poll_broken', [system('HTTP_POLL', 'p', { http_request, terminationCondition: 'true' })])
  const { tasks } = await reaches(call, id, 'FAILED')
  const { body: lines } = await call('GET', `/tasks/${tasks[0].taskId}/log`)
  expect(lines).toMatchObject([{ log: expect.stringContaining('http://127.0.0.1:1/?key=***') }])

  const thrown = system('INLINE', 'i', { expression: 'throw $.key', key: '${workflow.secrets.TOKEN}' })
  const rehearsed = await call('POST', '/workflow/test', {
    name: 'thrower',
    workflowDef: { name: 'thrower', tasks: [thrown] },
    input: {},
  })
  expect(rehearsed.body).toMatchObject({ status: 'FAILED', reasonForIncompletion: expect.stringContaining('***') })
  expect(rehearsed.text).not.toContain('canary')
})

it('case 253: runtimeMetadata comes from the secrets, then from the environment; absent names are omitted', async () => {
  await call('PUT', '/environment/KEY', 'not asked')
  await call('PUT', '/environment/ZONE', 'z1')
  const runtimeMetadata = ['KEY', 'ZONE', 'REGION', 'ABSENT']
  await call('POST', '/metadata/taskdefs', [{ name: 'meta', runtimeMetadata }])
  const id = await run('meta', [simple('meta')])
  const polled = (await call('GET', '/tasks/poll/meta')).body
  expect(polled.runtimeMetadata).toEqual({ KEY: CANARY, ZONE: 'z1', REGION: 'eu' })
  expect((await call('GET', `/workflow/${id}`)).body.tasks[0].runtimeMetadata).toBeUndefined()
})

it('what came as data cannot name a secret, unless whoever started the workflow wrote it', async () => {
  const id = await run(
    'echoed',
    [
      simple('outside'),
      simple('inside', {
        inputParameters: { said: '${outside.output.said}', given: '${workflow.input.given}' },
      }),
    ],
    { given: '${workflow.secrets.TOKEN}' },
  )
  const outside = (await call('GET', '/tasks/poll/outside')).body
  const outputData = { said: 'my ${workflow.secrets.KEY}' }
  await call('POST', '/tasks', { workflowInstanceId: id, taskId: outside.taskId, status: 'COMPLETED', outputData })
  const inside = (await call('GET', '/tasks/poll/batch/inside?timeout=2000')).body[0]
  expect(inside.inputData).toEqual({ said: 'my ${workflow.secrets.KEY}', given: 'canary-in-a-header' })
})

it('a change is known to every replica, and namespaces have secrets of their own', async () => {
  const next = async (client: RestClient) => {
    await run('rotated', [simple('rotated', { inputParameters: { key: '${workflow.secrets.ROTATED}' } })])
    return (await client('GET', '/tasks/poll/batch/rotated?timeout=2000')).body[0].inputData.key
  }
  for (const value of ['canary-one', 'canary-two']) {
    await call('PUT', '/secrets/ROTATED', value)
    await expect.poll(() => next(elsewhere), { timeout: 5_000 }).toBe(value)
    expect(await next(call)).toBe(value)
  }
  expect((await stranger('GET', '/secrets/KEY')).status).toBe(404)
  expect((await stranger('GET', '/secrets')).body).toEqual([])
})

it('serves the calls of the SDKs', async () => {
  expect((await call('PUT', '/secrets/sdk-1', '"quoted by an SDK"')).status).toBe(200)
  expect(await call('GET', '/secrets/sdk-1')).toMatchObject({
    status: 200,
    type: 'text/plain',
    text: 'quoted by an SDK',
  })
  expect((await call('GET', '/secrets')).body).toContain('sdk-1')
  expect((await call('POST', '/secrets', {})).body).toContain('sdk-1')
  expect((await call('GET', '/secrets/sdk-1/exists')).body).toBe(true)
  const tags = [{ key: 'team', value: 'a' }]
  await call('PUT', '/secrets/sdk-1/tags', tags)
  await call('PUT', '/secrets/sdk-1/tags', tags)
  expect((await call('GET', '/secrets/sdk-1/tags')).body).toEqual(tags)
  expect((await call('GET', '/secrets-v2')).body).toContainEqual({ name: 'sdk-1', tags })
  await call('DELETE', '/secrets/sdk-1/tags', tags)
  expect((await call('GET', '/secrets/sdk-1/tags')).body).toEqual([])
  expect((await call('DELETE', '/secrets/sdk-1')).status).toBe(200)
  expect((await call('DELETE', '/secrets/sdk-1')).status).toBe(200)
  expect((await call('GET', '/secrets/sdk-1')).status).toBe(404)
  expect((await call('GET', '/secrets/sdk-1/exists')).body).toBe(false)
  expect((await call('GET', '/secrets/sdk-1/tags')).status).toBe(404)
  expect((await call('PUT', '/secrets/empty', '')).status).toBe(400)
  expect((await call('PUT', '/secrets/a%20b', 'x')).status).toBe(400)
  const tooLong = await call('PUT', '/secrets/long', 'x'.repeat(70_000))
  expect(tooLong).toMatchObject({ status: 413, body: { message: expect.stringContaining('secretBytes') } })
  expect((await viewer('GET', '/secrets/KEY')).status).toBe(403)
  expect((await viewer('GET', '/secrets')).status).toBe(200)
})

it('no table and no line of the log holds a value of a secret', async () => {
  logger.info('this line is heard')
  const { rows } = await db.pool.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const holding: string[] = []
  for (const { name } of rows) {
    const found = await db.pool.query(`select 1 from "${name}" t where t::text like '%canary%' limit 1`)
    if (found.rows.length > 0) holding.push(name)
  }
  expect(rows.length).toBeGreaterThan(20)
  expect(holding).toEqual([])
  expect(logged.filter((line) => line.includes('canary'))).toEqual([])
  expect(logged).toEqual(expect.arrayContaining([expect.stringContaining('this line is heard')]))
})
