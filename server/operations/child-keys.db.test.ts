import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { retryWorkflow } from './retry-workflow'
import { terminateWorkflow } from './terminate-workflow'
import { createTestActor, define, startTestApp } from './testing/test-app'
import { clientOf } from './testing/worker'

/** Children that are started with an idempotency key. */
const database = await createTestDatabase()
const app = startTestApp(database)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

type Strategy = 'FAIL' | 'RETURN_EXISTING' | 'FAIL_ON_RUNNING'

const param = {
  name: 'child',
  version: 1,
  idempotencyKey: '${workflow.input.key}',
  idempotencyStrategy: 'RETURN_EXISTING',
}

const sub = (ref: string, idempotencyStrategy: Strategy | null, more: object = {}) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'SUB_WORKFLOW',
  inputParameters: { n: 1 },
  subWorkflowParam: { ...param, idempotencyStrategy },
  ...more,
})

const definition = (name: string, tasks: readonly object[], more: object = {}) => ({
  name,
  version: 1,
  ownerEmail: 'a@example.org',
  tasks,
  ...more,
})

const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })

async function someone() {
  const actor = await createTestActor(database)
  const outputParameters = { said: '${inner.output.said}' }
  await define(database, actor, definition('child', [simple('inner')], { outputParameters }))
  for (const strategy of ['FAIL', 'RETURN_EXISTING', 'FAIL_ON_RUNNING'] as const)
    await define(
      database,
      actor,
      definition(strategy, [sub('s', strategy)], { outputParameters: { all: '${s.output}' } }),
    )
  const client = clientOf(app, actor)
  const children = async (): Promise<string[]> => {
    const { rows } = await database.pool.query<{ id: string }>(
      "select id from executions where namespace_id = $1 and name = 'child' order by create_time",
      [actor.namespaceId],
    )
    return rows.map(({ id }) => id)
  }
  const begin = (name: string) => client.start({ name, input: { key: 'k' } })
  return { actor, client, children, begin }
}

const conflict = (holder: string) => `The idempotency key k of workflow child is taken by the execution ${holder}.`

test('FAIL: any execution with the key is in the way', async () => {
  const { client, children, begin } = await someone()
  await begin('FAIL')
  const [holder = ''] = await children()
  const refused = await client.look(await begin('FAIL'))
  expect(refused).toMatchObject({ status: 'FAILED', tasks: ['s#0:FAILED'] })
  expect(refused.reason).toContain(conflict(holder))
  await client.work('inner')
  expect((await client.look(await begin('FAIL'))).reason).toContain(conflict(holder))
  expect(await children()).toEqual([holder])
})

test('FAIL_ON_RUNNING: only one that is open is in the way', async () => {
  const { client, children, begin } = await someone()
  const first = await begin('FAIL_ON_RUNNING')
  const [holder = ''] = await children()
  expect((await client.look(await begin('FAIL_ON_RUNNING'))).reason).toContain(conflict(holder))
  await client.work('inner')
  await client.reaches(first, 'COMPLETED')
  expect((await client.look(await begin('FAIL_ON_RUNNING'))).status).toBe('RUNNING')
  expect(await children()).toHaveLength(2)
})

test('RETURN_EXISTING: the row waits for the execution that was there and ends as it does; nothing is started', async () => {
  const { client, children, begin } = await someone()
  const started = await client.start({ name: 'child', idempotencyKey: 'k' })
  const early = [await begin('RETURN_EXISTING'), await begin('RETURN_EXISTING')]
  for (const id of early) expect(await client.look(id)).toMatchObject({ status: 'RUNNING', tasks: ['s#0:IN_PROGRESS'] })
  await client.work('inner', { outputData: { said: 'hello' } })
  const ended = { status: 'COMPLETED', output: { all: { said: 'hello', subWorkflowId: started } } }
  for (const id of early) expect(await client.reaches(id, 'COMPLETED')).toMatchObject(ended)
  expect(await client.look(await begin('RETURN_EXISTING'))).toMatchObject(ended)
  expect(await children()).toEqual([started])
})

test('RETURN_EXISTING: the execution that was there belongs to nobody: who waits for it may end, and be tried again', async () => {
  const { actor, client, begin } = await someone()
  const started = await client.start({ name: 'child', idempotencyKey: 'k' })
  const waiting = await begin('RETURN_EXISTING')
  await terminateWorkflow(app, actor, { workflowId: waiting, reason: 'enough', triggerFailureWorkflow: false })
  expect(await client.look(started)).toMatchObject({ status: 'RUNNING' })
  await retryWorkflow(app, actor, { workflowId: waiting, resumeSubworkflowTasks: true })
  expect((await client.look(waiting)).tasks).toEqual(['s#0:CANCELED', 's#1:IN_PROGRESS'])
  await client.work('inner', { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: 'broken' })
  const failed = await client.reaches(waiting, 'FAILED')
  expect(failed.reason).toContain(`Sub workflow child.1/${started} failure reason:`)
})

test('RETURN_EXISTING: what waits for this workflow is not waited for', async () => {
  const { actor, client } = await someone()
  const self = { ...sub('s', 'RETURN_EXISTING'), subWorkflowParam: { ...param, name: 'outer' } }
  const inputParameters = { key: '${workflow.input.key}' }
  const inner = { ...sub('in', null), inputParameters, subWorkflowParam: { name: 'middle', version: 1 } }
  await define(database, actor, definition('middle', [self]))
  await define(database, actor, definition('outer', [inner]))
  const id = await client.start({ name: 'outer', input: { key: 'k' }, idempotencyKey: 'k' })
  const { output } = await client.reaches(id, 'COMPLETED')
  expect(output).toMatchObject({ subWorkflowId: expect.any(String) })
})

test.each([2, 3, 5])(
  'RETURN_EXISTING: of %i that begin to follow each other in a ring at once, one does not wait',
  async (size) => {
    const { actor, client } = await someone()
    const ring = Array.from({ length: size }, (_, i) => `ring${i}`)
    for (const [i, name] of ring.entries()) {
      const next = { ...sub('s', 'RETURN_EXISTING'), subWorkflowParam: { ...param, name: ring[(i + 1) % size] } }
      await define(database, actor, definition(name, [simple(`go_${name}`), next]))
    }
    const ids = await Promise.all(ring.map((name) => client.start({ name, input: { key: 'k' }, idempotencyKey: 'k' })))
    const ready = await Promise.all(ring.map((name) => client.poll(`go_${name}`)))
    await Promise.all(ready.map((polled) => client.answer(polled)))
    for (const id of ids) await client.reaches(id, 'COMPLETED')
  },
)

test('RETURN_EXISTING: one that failed fails the row', async () => {
  const { client, begin } = await someone()
  const started = await client.start({ name: 'child', idempotencyKey: 'k' })
  await client.work('inner', { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: 'broken' })
  const seen = await client.look(await begin('RETURN_EXISTING'))
  expect(seen).toMatchObject({ status: 'FAILED', tasks: ['s#0:FAILED'] })
  expect(seen.reason).toContain(`Sub workflow child.1/${started} failure reason:`)
})

test('an attempt of the same task that failed takes no key: the next one starts afresh', async () => {
  const { actor, client, children } = await someone()
  await define(database, actor, definition('again', [sub('s', 'RETURN_EXISTING', { retryCount: 1 })]))
  await define(database, actor, { ...definition('child', [simple('inner')]) })
  await database.pool.query(
    `insert into task_definitions (namespace_id, name, body, created_by, updated_by)
     values ($1, 's', '{"name":"s","retryCount":1,"retryDelaySeconds":0}', '', '')`,
    [actor.namespaceId],
  )
  const id = await client.start({ name: 'again', input: { key: 'k' } })
  await client.work('inner', { status: 'FAILED_WITH_TERMINAL_ERROR' })
  await client.work('inner')
  expect((await client.reaches(id, 'COMPLETED')).tasks).toEqual(['s#0:FAILED', 's#1:COMPLETED'])
  expect(await children()).toHaveLength(2)
})

test('siblings of one decision and parents of one moment share one child; a key without a strategy is only kept', async () => {
  const { actor, client, children } = await someone()
  const fork = (strategy: Strategy | null) => [
    {
      name: 'f',
      taskReferenceName: 'f',
      type: 'FORK_JOIN',
      forkTasks: [[sub('a', strategy)], [sub('b', strategy)]],
    },
    { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['a', 'b'] },
  ]
  await define(database, actor, definition('forked', fork('RETURN_EXISTING')))
  const ids = await Promise.all([1, 2, 3, 4, 5].map(() => client.start({ name: 'forked', input: { key: 'k' } })))
  expect(await children()).toHaveLength(1)
  await client.work('inner')
  for (const id of ids) await client.reaches(id, 'COMPLETED')

  await define(database, actor, definition('kept', fork(null)))
  await client.start({ name: 'kept', input: { key: 'k' } })
  expect(await children()).toHaveLength(3)
})

test('START_WORKFLOW and its strategies', async () => {
  const { actor, client, children } = await someone()
  const start = (idempotencyStrategy: Strategy) => ({
    name: 's',
    taskReferenceName: 's',
    type: 'START_WORKFLOW',
    inputParameters: { startWorkflow: { name: 'child', input: {}, idempotencyKey: 'k', idempotencyStrategy } },
  })
  await define(database, actor, definition('returns', [start('RETURN_EXISTING')]))
  await define(database, actor, definition('refuses', [start('FAIL')]))
  await client.reaches(await client.start({ name: 'returns' }), 'COMPLETED')
  await client.reaches(await client.start({ name: 'returns' }), 'COMPLETED')
  const [holder = '', ...others] = await children()
  expect(others).toEqual([])
  expect((await client.reaches(await client.start({ name: 'refuses' }), 'FAILED')).reason).toContain(conflict(holder))
})
