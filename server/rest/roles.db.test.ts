import { describe, expect, test } from 'vitest'
import { WORKER_CALLS } from './auth/worker-calls'
import { ROUTES } from './routes'
import { openTestRest } from './testing/open-test-rest'

/** Made from the route table, so that a route which is added tomorrow is asked the same questions. */
const { actor, callAs } = await openTestRest()
const owner = await callAs(actor, 'owner')
const viewer = await callAs(actor, 'viewer')
const worker = await callAs(actor, 'worker')

/** Reads that need a body, and a call that has nothing to do here. */
const HARMLESS = new Set([
  'listAllSecretNames',
  'validateWorkflowDef',
  'getWorkflowsByNamesAndCorrelationIds',
  'getWorkflowsByCorrelationIds',
  'requeuePendingTask',
  'searchWorkflow',
])
const definition = { name: 'flow', tasks: [{ name: 'work', taskReferenceName: 'work', type: 'SIMPLE' }] }
await owner('POST', '/metadata/workflow', definition)
const workflowId = (await owner('POST', '/workflow', { name: 'flow', input: {} })).text
const taskId: string = (await owner('GET', `/workflow/${workflowId}`)).body.tasks[0].taskId

const filled = (path: string, workflow: string, task: string) =>
  path.replace(':workflowId', workflow).replace(':taskId', task).replace(':version', '1').replace(/:\w+/g, 'flow')
const bodies = () => [
  undefined,
  {},
  [],
  [workflowId],
  definition,
  [definition],
  [{ name: 'work' }],
  { name: 'flow', input: {} },
  { workflowInstanceId: workflowId, taskId, status: 'COMPLETED' },
]
const isOpen = async () => (await owner('GET', `/workflow/${workflowId}?includeTasks=false`)).body.status

describe('a viewer', () => {
  const writes = ROUTES.filter((route) => route.access === 'namespace' && !HARMLESS.has(route.name)).filter(
    ({ method, path }) => method !== 'GET' || path.startsWith('/tasks/poll/'),
  )
  test.each(writes)('cannot $method $path', async ({ method, path }) => {
    for (const body of method === 'GET' ? [undefined] : bodies()) {
      const { status } = await viewer(method, filled(path, workflowId, taskId), body)
      expect([400, 403, 404]).toContain(status)
    }
    expect(await isOpen()).toBe('RUNNING')
  })
})

describe('a worker', () => {
  const others = ROUTES.filter(({ access, name }) => access === 'namespace' && !WORKER_CALLS.has(name))
  test.each(others)('has nothing to do at $method $path', async ({ method, path }) => {
    const { status } = await worker(method, filled(path, workflowId, taskId), method === 'GET' ? undefined : {})
    expect(status).toBe(403)
  })

  test('takes tasks and answers them', async () => {
    const started = (await owner('POST', '/workflow', { name: 'flow', input: { n: 1 } })).text
    const polled = (await worker('GET', '/tasks/poll/batch/work?count=9&workerid=w')).body
    expect(polled.map((task: { workflowInstanceId: string }) => task.workflowInstanceId)).toContain(started)
    const task = polled.find((each: { workflowInstanceId: string }) => each.workflowInstanceId === started)
    expect((await worker('POST', `/tasks/${task.taskId}/log`, 'on it')).status).toBe(200)
    const result = { workflowInstanceId: started, taskId: task.taskId, status: 'COMPLETED', outputData: {} }
    expect((await worker('POST', '/tasks', result)).status).toBe(200)
    expect((await owner('GET', `/workflow/${started}/status`)).body.status).toBe('COMPLETED')
  })
})
