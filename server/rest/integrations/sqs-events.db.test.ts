import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestActor, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from '@/server/rest/testing/rest-client'
import { reaches, simple, system } from '@/server/rest/testing/rest-server'

/** Events over SQS, on an emulator that speaks its protocol. */
let sqs: FauxqsServer
let db: TestDatabase
let app: TestApp
let call: RestClient

beforeAll(async () => {
  sqs = await startFauxqs({ port: 0, logger: false })
  for (const name of ['orders', 'pings', 'others']) sqs.createQueue(name)
  db = await createTestDatabase()
  app = startTestApp(db, { PLAYGROUND_OUTBOUND_ALLOW: `localhost:${sqs.port}` })
  call = restClient(createRest(app), { 'x-authorization': await createToken(db, await createTestActor(db), 'owner') })
  await integrate('sqs', sqs.port)
})
afterAll(async () => {
  await app.stop()
  await sqs.stop()
  await db.drop()
})

const integrate = async (name: string, port: number) => {
  const configuration = {
    region: 'us-east-1',
    accessKeyId: 'a',
    secretAccessKey: 'b',
    endpoint: `http://localhost:${port}`,
  }
  expect((await call('POST', `/integrations/provider/${name}`, { type: 'sqs', configuration })).status).toBe(200)
}
const define = (name: string, tasks: readonly object[]) =>
  call('POST', '/metadata/workflow?overwrite=true', { name, tasks })
const start = async (name: string, input: object = {}): Promise<string> =>
  (await call('POST', '/workflow', { name, input })).text
const emit = (ref: string, sink: string, inputParameters: object = {}) => ({
  ...system('EVENT', ref, inputParameters),
  sink,
})
const bodies = (queue: string) => sqs.inspectQueue(queue)?.messages.ready.map(({ body }) => JSON.parse(body)) ?? []

describe('an EVENT task with the sink sqs:', () => {
  test('case 353: emits one message with its payload; workflows at the same time emit one each', async () => {
    await define('seller', [emit('sold', 'sqs:orders', { n: '${workflow.input.n}' })])
    const ids = await Promise.all([1, 2, 3, 4, 5].map((n) => start('seller', { n })))
    const done = await Promise.all(ids.map((id) => reaches(call, id, 'COMPLETED')))
    expect(done[0].tasks[0].outputData).toMatchObject({ event_produced: 'sqs:orders', n: 1 })
    const sent = bodies('orders').toSorted((a, b) => a.n - b.n)
    expect(sent.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
    expect(sent.map(({ workflowInstanceId }) => workflowInstanceId)).toEqual(ids)
    expect(sent[0]).toMatchObject({ workflowType: 'seller', workflowVersion: 1, correlationId: null, taskToDomain: {} })
  })

  test('case 357: a queue that is not there fails the task with its name', async () => {
    await define('lost', [emit('sent', 'sqs:nowhere')])
    const { reasonForIncompletion, tasks } = await reaches(call, await start('lost'), 'FAILED')
    expect(tasks[0]).toMatchObject({ status: 'FAILED', taskType: 'EVENT' })
    expect(reasonForIncompletion).toMatch(/queue:sqs:nowhere.*(QueueDoesNotExist|NonExistentQueue)/)
  })

  test('case 357: a queue that cannot be reached for a while does not lose the workflow', async () => {
    const later = await startFauxqs({ port: 0, logger: false })
    const { port } = later
    await later.stop()
    const allowed = startTestApp(db, { PLAYGROUND_OUTBOUND_ALLOW: `localhost:${port},localhost:${sqs.port}` })
    const rest = restClient(createRest(allowed), {
      'x-authorization': await createToken(db, await createTestActor(db), 'owner'),
    })
    const configuration = {
      region: 'us-east-1',
      accessKeyId: 'a',
      secretAccessKey: 'b',
      endpoint: `http://localhost:${port}`,
    }
    await rest('POST', '/integrations/provider/sqs', { type: 'sqs', configuration })
    await rest('POST', '/metadata/taskdefs', [{ name: 'sent', retryCount: 100, retryDelaySeconds: 1 }])
    await rest('POST', '/metadata/workflow', { name: 'patient', tasks: [emit('sent', 'sqs:late')] })
    const id = (await rest('POST', '/workflow', { name: 'patient', input: {} })).text
    await expect.poll(async () => (await rest('GET', `/workflow/${id}`)).body.tasks.length).toBeGreaterThan(1)
    // With its queue from the first moment: one that is not there fails the task for good.
    const back = await startFauxqs({ port, logger: false, init: { queues: [{ name: 'late' }] } })
    await reaches(rest, id, 'COMPLETED')
    expect(back.inspectQueue('late')?.messages.ready).toHaveLength(1)
    await allowed.stop()
    await back.stop()
  })

  test('an integration can be named, and one that is meant must be there', async () => {
    await define('named', [emit('sent', 'sqs:sqs:others', { a: 1 })])
    await reaches(call, await start('named'), 'COMPLETED')
    expect(bodies('others')).toMatchObject([{ a: 1 }])
    await define('unnamed', [emit('sent', 'kafka:topic')])
    const { reasonForIncompletion } = await reaches(call, await start('unnamed'), 'FAILED')
    expect(reasonForIncompletion).toContain('No integration of the type kafka is meant by kafka:topic')
  })
})

test('case 354: a handler of a queue completes the WAIT that a message names', async () => {
  await define('waiter', [{ ...system('WAIT', 'pause') }, simple('after')])
  const complete_task = { workflowId: '${workflow}', taskRefName: 'pause', output: { said: '${word}' } }
  await call('POST', '/event', {
    name: 'waker',
    event: 'sqs:pings',
    active: true,
    actions: [{ action: 'complete_task', complete_task }],
  })
  await app.sources.follow()
  const [one, other] = [await start('waiter'), await start('waiter')]
  await define('pinger', [emit('ping', 'sqs:pings', { workflow: one, word: 'hello' })])
  await start('pinger')
  await expect
    .poll(async () => (await call('GET', `/workflow/${one}`)).body.tasks[0].status, { timeout: 20_000 })
    .toBe('COMPLETED')
  expect((await call('GET', `/workflow/${one}`)).body.tasks[0].outputData).toMatchObject({ said: 'hello' })
  expect((await call('GET', `/workflow/${other}`)).body.tasks[0].status).toBe('IN_PROGRESS')
  expect(sqs.inspectQueue('pings')?.messages).toMatchObject({ ready: [], inflight: [] })
})
