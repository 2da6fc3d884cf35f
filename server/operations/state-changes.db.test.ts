import { expect, test } from 'vitest'
import { retryWorkflow } from './retry-workflow'
import { openTestApp } from './testing/open-test-app'
import { define } from './testing/test-app'

/** `onStateChange` as the official SDKs use it: a worker that writes an audit log. */
const { db, app, actor, client } = await openTestApp()

test('a worker hears of each change in order, also of the failure that ended the workflow', async () => {
  const payload = { workflow_input: '${workflow.input}', status: '${work.status}', name: 'work' }
  const onStateChange = { 'onScheduled,onStart,onFailed': [{ type: 'audit_log', payload }] }
  const task = { name: 'audited', taskReferenceName: 'work', type: 'SIMPLE', onStateChange }
  await define(db, actor, { name: 'audits', tasks: [task] })
  const id = await client.start({ name: 'audits', input: { a: 'aa', c: 42 } })
  const heard: unknown[] = []
  const listen = async () => heard.push((await client.work('audit_log')).task.inputData)
  await listen()
  const polled = await client.poll('audited')
  await listen()
  await client.answer(polled, { status: 'FAILED_WITH_TERMINAL_ERROR' })
  await client.reaches(id, 'FAILED')
  await listen()
  expect(heard).toEqual(
    ['SCHEDULED', 'IN_PROGRESS', 'FAILED_WITH_TERMINAL_ERROR'].map((status) => ({
      workflow_input: { a: 'aa', c: 42 },
      status,
      name: 'work',
    })),
  )
  const { rows } = await db.pool.query("select status from executions where name like 'audits\\_work\\_on%'")
  expect(rows.map(({ status }) => status)).toEqual(['COMPLETED', 'COMPLETED', 'COMPLETED'])
})

test('a status listener is told in the transaction of the change, also of a workflow that was told to run again', async () => {
  const listening = { workflowStatusListenerEnabled: true, workflowStatusListenerSink: 'conductor' }
  await define(db, actor, {
    name: 'told',
    tasks: [{ name: 'do_told', taskReferenceName: 't', type: 'SIMPLE' }],
    ...listening,
  })
  const id = await client.start({ name: 'told', input: { a: 1 }, correlationId: 'c-1' })
  await client.work('do_told', { status: 'FAILED_WITH_TERMINAL_ERROR' })
  await client.reaches(id, 'FAILED')
  await retryWorkflow(app, actor, { workflowId: id, resumeSubworkflowTasks: false })
  await client.work('do_told')
  await client.reaches(id, 'COMPLETED')
  const { rows } = await db.pool.query<{ payload: { eventType: string; workflow: object } }>(
    `select payload from event_messages where namespace_id = $1 and event = 'conductor:told:status' order by created_time, id`,
    [actor.namespaceId],
  )
  expect(rows.map(({ payload }) => payload.eventType).sort()).toEqual([
    'COMPLETED',
    'FINALIZED',
    'FINALIZED',
    'RETRIED',
    'STARTED',
    'TERMINATED',
  ])
  const told = rows.find(({ payload }) => payload.eventType === 'TERMINATED')?.payload.workflow
  expect(told).toMatchObject({ workflowId: id, status: 'FAILED', correlationId: 'c-1', input: '{"a":1}' })
})
