import { describe, expect, it } from 'vitest'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import { saveScheduleRequestSchema } from '@/server/model/schedule'
import { rerunWorkflow } from './rerun-workflow'
import { restartWorkflow } from './restart-workflow'
import { retryWorkflow } from './retry-workflow'
import { runScheduleNow } from './schedules/run-schedule-now'
import { saveSchedule } from './schedules/save-schedule'
import { terminateWorkflow } from './terminate-workflow'
import { openTestReplicas } from './testing/open-test-replicas'
import { define } from './testing/test-app'
import type { TestClient } from './testing/worker'

/** `rateLimitConfig` of a workflow, over two replicas. */
const { db, actor, apps, one, two } = await openTestReplicas()

async function taskOf(workflowId: string): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>('select id from tasks where execution_id = $1', [workflowId])
  return rows[0]?.id ?? ''
}

const gated = (name: string, rateLimitConfig: object) =>
  define(db, actor, { name, rateLimitConfig, tasks: [{ name, taskReferenceName: 't', type: 'SIMPLE' }] })

describe('executions of one key', () => {
  it('wait RUNNING without a task, and begin in the order of their starts', async () => {
    await gated('gate', { rateLimitKey: '${workflow.input.customer}', concurrentExecLimit: 1 })
    const start = (client: TestClient, customer: string) => client.start({ name: 'gate', input: { customer } })
    const ids = [await start(one, 'a'), await start(two, 'a'), await start(one, 'a')]
    const other = await start(two, 'b')
    expect(await Promise.all([...ids, other].map(async (id) => (await one.look(id)).tasks.length))).toEqual([
      1, 0, 0, 1,
    ])
    expect((await one.look(ids[1] ?? '')).status).toBe('RUNNING')
    await terminateWorkflow(apps[1], actor, { workflowId: other, reason: null, triggerFailureWorkflow: false })
    for (const id of ids) {
      const polled = await one.poll('gate')
      expect(polled.task.workflowInstanceId).toBe(id)
      await two.answer(polled)
      await one.reaches(id, 'COMPLETED')
    }
  })

  it('are never more than the limit, however many start at once', async () => {
    await gated('crowd', { rateLimitKey: 'all', concurrentExecLimit: 3 })
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? one : two).start({ name: 'crowd' })))
    const { rows } = await db.pool.query(
      `select count(*)::int as begun from tasks t join executions e on e.id = t.execution_id where e.name = 'crowd'`,
    )
    expect(rows).toEqual([{ begun: 3 }])
  })

  it('are refused under the policy REJECT, and leave nothing', async () => {
    await gated('refusing', { rateLimitKey: 'r', concurrentExecLimit: 1, policy: 'REJECT' })
    const id = await one.start({ name: 'refusing' })
    await expect(two.start({ name: 'refusing' })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
    const { rows } = await db.pool.query(`select id from executions where name = 'refusing'`)
    expect(rows).toEqual([{ id }])
    await one.work('refusing', { status: 'FAILED_WITH_TERMINAL_ERROR' })
    const failed = await one.reaches(id, 'FAILED')
    const taskId = await taskOf(id)
    const holder = await two.start({ name: 'refusing' })
    const again = [
      retryWorkflow(apps[0], actor, { workflowId: id, resumeSubworkflowTasks: false }),
      rerunWorkflow(apps[0], actor, { workflowId: id, request: { reRunFromTaskId: taskId } }),
      restartWorkflow(apps[1], actor, { workflowId: id, useLatest: false }),
    ]
    for (const outcome of await Promise.allSettled(again))
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'TOO_MANY_REQUESTS' } })
    expect(await two.look(id)).toEqual(failed)
    await one.work('refusing')
    await one.reaches(holder, 'COMPLETED')
    await retryWorkflow(apps[0], actor, { workflowId: id, resumeSubworkflowTasks: false })
    expect((await two.poll('refusing')).task.workflowInstanceId).toBe(id)
  })

  it('are refused under REJECT also to a schedule and to a task that starts them', async () => {
    await gated('kept_out', { rateLimitKey: 'k', concurrentExecLimit: 1, policy: 'REJECT' })
    const id = await one.start({ name: 'kept_out' })
    const startWorkflowRequest = startWorkflowRequestSchema.parse({ name: 'kept_out', input: {} })
    const schedule = { name: 'kept_out', cronExpression: '0 0 9 * * *', startWorkflowRequest }
    await saveSchedule(apps[0], actor, saveScheduleRequestSchema.parse(schedule))
    await expect(runScheduleNow(apps[1], actor, 'kept_out')).rejects.toThrow('At most 1 executions with the rate limit')
    const task = { name: 's', taskReferenceName: 's', type: 'START_WORKFLOW', retryCount: 0 }
    const inputParameters = { startWorkflow: { name: 'kept_out', input: {} } }
    await define(db, actor, { name: 'starter', tasks: [{ ...task, inputParameters }] })
    const starter = await two.start({ name: 'starter' })
    expect((await two.reaches(starter, 'FAILED')).reason).toContain('At most 1 executions with the rate limit')
    const { rows } = await db.pool.query(`select id from executions where name = 'kept_out'`)
    expect(rows).toEqual([{ id }])
  })

  it('wait again when they run again: after a retry, a rerun from a task and a restart', async () => {
    const rateLimitConfig = { rateLimitKey: 'again', concurrentExecLimit: 1 }
    const task = (ref: string) => ({ name: `again_${ref}`, taskReferenceName: ref, type: 'SIMPLE' })
    await define(db, actor, { name: 'again', rateLimitConfig, tasks: [task('a'), task('b')] })
    const failed = await one.start({ name: 'again' })
    await one.work('again_a')
    const b = await two.work('again_b', { status: 'FAILED_WITH_TERMINAL_ERROR' })
    await one.reaches(failed, 'FAILED')
    const rerunB = { reRunFromTaskId: b.task.taskId }
    const ways = [
      {
        run: () => retryWorkflow(apps[1], actor, { workflowId: failed, resumeSubworkflowTasks: false }),
        first: 'again_b',
      },
      { run: () => rerunWorkflow(apps[0], actor, { workflowId: failed, request: rerunB }), first: 'again_b' },
      { run: () => restartWorkflow(apps[1], actor, { workflowId: failed, useLatest: false }), first: 'again_a' },
    ]
    for (const { run, first } of ways) {
      const holder = await one.start({ name: 'again' })
      expect((await one.poll('again_a')).task.workflowInstanceId).toBe(holder)
      await run()
      const waiting = await two.look(failed)
      expect(waiting).toMatchObject({ status: 'RUNNING', reason: null })
      expect(waiting.tasks.filter((row) => row.endsWith('SCHEDULED'))).toEqual([])
      await terminateWorkflow(apps[0], actor, { workflowId: holder, reason: null, triggerFailureWorkflow: false })
      const polled = await one.poll(first)
      expect(polled.task.workflowInstanceId).toBe(failed)
      await two.answer(polled, { status: 'FAILED_WITH_TERMINAL_ERROR' })
      await one.reaches(failed, 'FAILED')
    }
  })

  it('that fail while they wait to run again are as they were, and a free place is taken at once', async () => {
    await gated('patient', { rateLimitKey: 'p', concurrentExecLimit: 1 })
    const failed = await one.start({ name: 'patient' })
    await one.work('patient', { status: 'FAILED_WITH_TERMINAL_ERROR' })
    const holder = await two.start({ name: 'patient' })
    const again = { workflowId: failed, resumeSubworkflowTasks: false }
    await retryWorkflow(apps[0], actor, again)
    await terminateWorkflow(apps[1], actor, { workflowId: failed, reason: 'enough', triggerFailureWorkflow: false })
    expect(await one.look(failed)).toMatchObject({
      status: 'TERMINATED',
      reason: 'enough',
      tasks: ['t#0:FAILED_WITH_TERMINAL_ERROR'],
    })
    await one.work('patient')
    await one.reaches(holder, 'COMPLETED')
    await retryWorkflow(apps[1], actor, again)
    expect((await two.poll('patient')).task).toMatchObject({ workflowInstanceId: failed, retryCount: 1 })
  })

  it('are not more when a child opens its parent again: the parent goes on when there is a place', async () => {
    const inner = { name: 'opener', taskReferenceName: 'i', type: 'SIMPLE' }
    await define(db, actor, { name: 'opener', tasks: [inner] })
    const child = { name: 's', taskReferenceName: 's', type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'opener' } }
    const last = { name: 'opened_last', taskReferenceName: 'z', type: 'SIMPLE' }
    const rateLimitConfig = { concurrentExecLimit: 1 }
    await define(db, actor, { name: 'opened', rateLimitConfig, tasks: [child, last] })
    const parent = await one.start({ name: 'opened' })
    const { task } = await one.work('opener', { status: 'FAILED_WITH_TERMINAL_ERROR' })
    await one.reaches(parent, 'FAILED')
    const holder = await two.start({ name: 'opened' })
    const held = await two.poll('opener')
    const again = { workflowId: task.workflowInstanceId, resumeSubworkflowTasks: false }
    await retryWorkflow(apps[0], actor, again)
    await two.work('opener')
    await one.reaches(task.workflowInstanceId, 'COMPLETED')
    await two.answer(held)
    expect((await one.work('opened_last')).task.workflowInstanceId).toBe(holder)
    await one.reaches(holder, 'COMPLETED')
    expect((await two.poll('opened_last')).task.workflowInstanceId).toBe(parent)
  })

  it('run out of time also while they wait', async () => {
    const more = { timeoutSeconds: 1, timeoutPolicy: 'TIME_OUT_WF' }
    const tasks = [{ name: 'slow', taskReferenceName: 't', type: 'SIMPLE' }]
    await define(db, actor, {
      name: 'slow',
      ownerEmail: 'a@example.org',
      rateLimitConfig: { concurrentExecLimit: 1 },
      tasks,
    })
    await one.start({ name: 'slow' })
    await define(db, actor, { name: 'slow', version: 2, rateLimitConfig: { concurrentExecLimit: 1 }, tasks, ...more })
    const waiting = await two.start({ name: 'slow' })
    expect(await two.reaches(waiting, 'TIMED_OUT')).toMatchObject({ tasks: [] })
  })

  it('that are terminated while they wait never begin', async () => {
    await gated('given_up', { rateLimitKey: 'g', concurrentExecLimit: 1 })
    const [first, second] = [await one.start({ name: 'given_up' }), await one.start({ name: 'given_up' })]
    await terminateWorkflow(apps[0], actor, { workflowId: second, reason: null, triggerFailureWorkflow: false })
    await one.work('given_up')
    await one.reaches(first, 'COMPLETED')
    expect(await one.look(second)).toMatchObject({ status: 'TERMINATED', tasks: [] })
  })
})
