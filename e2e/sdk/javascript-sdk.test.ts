import {
  ConductorWorkflow,
  createConductorClient,
  inlineTask,
  NonRetryableException,
  OrkesClients,
  simpleTask,
  switchTask,
  type Task,
  TaskHandler,
  TaskManager,
  waitTaskDuration,
} from '@io-orkes/conductor-javascript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AccessKey, createAccessKey } from '@/e2e/testing/create-access-key'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'

/** The official JavaScript SDK, unmodified, with a key of its own. */
let server: RunningServer
let key: AccessKey
let clients: OrkesClients
const quiet = { info: () => {}, debug: () => {}, warn: () => {}, error: () => {} }
const fast = { concurrency: 4, pollInterval: 10, batchPollingTimeout: 500 }

beforeAll(async () => {
  server = await startServer({})
  key = await createAccessKey(server.database, 'sdk')
  clients = await OrkesClients.from({ serverUrl: `${server.url}/api`, ...key })
})
afterAll(() => server?.stop())

async function working<T>(
  workers: Record<string, (task: Task) => Promise<object>>,
  during: () => Promise<T>,
): Promise<T> {
  const list = Object.entries(workers).map(([taskDefName, execute]) => ({ taskDefName, execute: execute as never }))
  const manager = new TaskManager(clients.getClient(), list, { logger: quiet, options: fast })
  manager.startPolling()
  return during().finally(() => manager.stopPolling())
}

const completed = (outputData: object) => Promise.resolve({ status: 'COMPLETED' as const, outputData })

describe('a workflow from registration to its end', () => {
  test('is built with the SDK, executed, and finished by a worker', async () => {
    const executor = clients.getWorkflowClient()
    const workflow = new ConductorWorkflow(executor, 'sdk_cycle')
      .add(simpleTask('greet_ref', 'sdk_greet', { name: '$' + '{workflow.input.name}' }))
      .add(inlineTask('shout', '$.greeting + "!"'))
      .outputParameters({ result: '$' + '{greet_ref.output.result}' })
    await workflow.register(true)
    const run = await working({ sdk_greet: (task) => completed({ result: `Hello ${task.inputData?.name}` }) }, () =>
      workflow.execute({ name: 'Conductor' }),
    )
    expect(run).toMatchObject({
      status: 'COMPLETED',
      output: { result: 'Hello Conductor' },
      responseType: 'TARGET_WORKFLOW',
    })
  })

  test('forks, switches, waits, and can be looked at meanwhile', async () => {
    const executor = clients.getWorkflowClient()
    const workflow = new ConductorWorkflow(executor, 'sdk_shapes')
      .fork([[simpleTask('a', 'sdk_a', {})], [simpleTask('b', 'sdk_a', {}), waitTaskDuration('w', '1s')]])
      .add(switchTask('s', '$' + '{workflow.input.kind}', { x: [simpleTask('x', 'sdk_a', {})] }, []))
    await workflow.register(true)
    const id = await workflow.startWorkflow({ kind: 'x' }, 'correlated', 3)
    expect(await executor.getWorkflowStatus(id, true, true)).toMatchObject({
      status: 'RUNNING',
      correlationId: 'correlated',
    })
    await working({ sdk_a: () => completed({ done: true }) }, () =>
      expect.poll(async () => (await executor.getWorkflow(id, false)).status, { timeout: 15_000 }).toBe('COMPLETED'),
    )
    const { tasks } = await executor.getExecution(id)
    expect(tasks?.filter(({ status }) => status !== 'COMPLETED')).toEqual([])
    expect(tasks?.map((task) => task.referenceTaskName)).toEqual(expect.arrayContaining(['a', 'b', 's', 'w', 'x']))
  })
})

describe('failures', () => {
  test('are retried as the task definition says', async () => {
    const executor = clients.getWorkflowClient()
    await clients.getMetadataClient().registerTask({
      name: 'sdk_flaky',
      retryCount: 1,
      retryDelaySeconds: 0,
      timeoutSeconds: 0,
      totalTimeoutSeconds: 0,
      responseTimeoutSeconds: 10,
    })
    const workflow = new ConductorWorkflow(executor, 'sdk_flaky_flow').add(simpleTask('t', 'sdk_flaky', {}))
    await workflow.register(true)
    let calls = 0
    const flaky = (): Promise<object> => {
      calls += 1
      return calls === 1 ? Promise.reject(new Error('not today')) : completed({ calls })
    }
    const run = await working({ sdk_flaky: flaky }, () => workflow.execute({}))
    expect(run).toMatchObject({ status: 'COMPLETED', output: { calls: 2 } })
  })

  test('that a worker calls final are not retried', async () => {
    const workflow = new ConductorWorkflow(clients.getWorkflowClient(), 'sdk_final_flow').add(
      simpleTask('t', 'sdk_final', {}),
    )
    await workflow.register(true)
    const failed = await working({ sdk_final: () => Promise.reject(new NonRetryableException('never')) }, () =>
      workflow.execute({}),
    )
    expect(failed.status).toBe('FAILED')
    expect(failed.tasks?.[0]).toMatchObject({ status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: 'never' })
  })

  test('reach the caller as errors with the server’s sentence', async () => {
    const executor = clients.getWorkflowClient()
    await expect(executor.getWorkflow('00000000-0000-4000-8000-000000000000', true)).rejects.toThrow(
      /No such workflow found by id/,
    )
    await expect(executor.startWorkflow({ name: 'sdk_nobody', input: {} })).rejects.toThrow(/No such workflow/)
    const nobody = { name: 'sdk_bad', version: 1, timeoutSeconds: 0, tasks: [] }
    await expect(clients.getMetadataClient().registerWorkflowDef(nobody)).rejects.toThrow(/Validation failed/)
    await expect(clients.getMetadataClient().getTask('sdk_nobody')).rejects.toThrow(/No such taskType found/)
  })
})

test('pause, resume, terminate, restart, retry, update by reference, logs and search', async () => {
  const executor = clients.getWorkflowClient()
  const tasks = clients.getTaskClient()
  await new ConductorWorkflow(executor, 'sdk_control').add(simpleTask('t', 'sdk_manual', {})).register(true)
  const id = await executor.startWorkflow({ name: 'sdk_control', version: 1, input: {}, correlationId: 'control' })
  await executor.pause(id)
  expect((await executor.getWorkflowStatus(id, false, false)).status).toBe('PAUSED')
  await executor.resume(id)
  await executor.terminate(id, 'enough')
  expect(await executor.getWorkflow(id, true)).toMatchObject({ status: 'TERMINATED', reasonForIncompletion: 'enough' })
  await executor.restart(id, true)
  await executor.updateTaskByRefName('t', id, 'FAILED', { why: 'test' })
  await expect
    .poll(async () => (await executor.getWorkflow(id, true)).tasks?.length, { timeout: 5_000 })
    .toBeGreaterThan(0)
  await executor.terminate(id, 'again')
  await executor.retry(id, false)
  const [open] = (await executor.getWorkflow(id, true)).tasks?.filter(({ status }) => status === 'SCHEDULED') ?? []
  await tasks.addTaskLog(open?.taskId ?? '', 'a line')
  expect((await tasks.getTaskLogs(open?.taskId ?? '')).map(({ log }) => log)).toEqual(['a line'])
  expect(await tasks.getQueueSizeForTask(['sdk_manual'])).toEqual({ sdk_manual: expect.any(Number) })
  const done = await tasks.updateTaskSync(id, 't', 'COMPLETED', { ok: 1 })
  expect(done.status).toBe('COMPLETED')
  const found = await executor.search(0, 10, `workflowId='${id}'`, '*')
  expect(found).toMatchObject({
    totalHits: 1,
    results: [{ workflowId: id, status: 'COMPLETED', correlationId: 'control' }],
  })
  expect((await tasks.search(0, 10, '', '*', `workflowId='${id}'`)).totalHits).toBeGreaterThan(0)
  await executor.deleteWorkflow(id)
  await expect(executor.getWorkflow(id, false)).rejects.toThrow(/No such workflow/)
})

test('workers that a TaskHandler runs register themselves and extend their leases', async () => {
  const executor = clients.getWorkflowClient()
  const worker = {
    taskDefName: 'sdk_handled',
    registerTaskDef: true,
    execute: () => completed({ by: 'handler' }),
    ...fast,
  }
  const handler = new TaskHandler({
    client: clients.getClient(),
    workers: [worker as never],
    scanForDecorated: false,
    logger: quiet,
  })
  await handler.startWorkers()
  await new ConductorWorkflow(executor, 'sdk_handled_flow').add(simpleTask('t', 'sdk_handled', {})).register(true)
  const run = await new ConductorWorkflow(executor, 'sdk_handled_flow').execute({}).finally(() => handler.stopWorkers())
  expect(run).toMatchObject({ status: 'COMPLETED', output: { by: 'handler' } })
})

describe('credentials', () => {
  test('a wrong secret is refused', async () => {
    const answer = await fetch(`${server.url}/api/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...key, keySecret: 'wrong' }),
    })
    expect(answer.status).toBe(401)
    expect(await answer.json()).toMatchObject({ error: 'INVALID_TOKEN' })
  })

  test('an expired token is exchanged and the call repeated, without the caller noticing', async () => {
    let exchanged = 0
    const shortLived: typeof fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input)
      if (!url.endsWith('/token')) return fetch(input, init)
      exchanged += 1
      const expiration = exchanged === 1 ? 0 : 3_600_000
      return fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...key, expiration }),
      })
    }
    const impatient = new OrkesClients(await createConductorClient({ serverUrl: server.url, ...key }, shortLived))
    expect(Array.isArray((await impatient.getWorkflowClient().search(0, 1, '', '*')).results)).toBe(true)
  })
})
