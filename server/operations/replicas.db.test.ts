import { describe, expect, it } from 'vitest'
import { asWorkflowId } from '@/server/model/ids'
import { startWorkflowRequestSchema } from '@/server/model/requests'
import { newId } from '@/server/platform/ids'
import { toStart } from './start-workflow'
import { openTestReplicas } from './testing/open-test-replicas'
import { define, defineTask, startTestApp } from './testing/test-app'
import { clientOf } from './testing/worker'

/** Two servers on one database: neither may lose, double or overwrite what the other does. */
const { db, actor, apps, one, two } = await openTestReplicas()

const CHAIN = ['rep_1', 'rep_2', 'rep_3']
const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })

await define(db, actor, { name: 'replicated', tasks: CHAIN.map(simple) })

describe('two replicas', () => {
  it('continue each other’s executions', async () => {
    const id = await one.start({ name: 'replicated' })
    await two.work('rep_1')
    await one.work('rep_2')
    await two.work('rep_3')
    expect((await one.look(id)).status).toBe('COMPLETED')
  })

  it('take one of two results for the same task, and only one', async () => {
    const runs = await Promise.all(Array.from({ length: 50 }, () => one.start({ name: 'replicated' })))
    for (const taskType of CHAIN) {
      const polled = await Promise.all(runs.map((_, i) => (i % 2 ? one : two).poll(taskType)))
      await Promise.all(
        polled.flatMap((task) => [
          one.answer(task, { outputData: { by: 'one' } }),
          two.answer(task, { outputData: { by: 'two' } }),
        ]),
      )
    }
    const { rows } = await db.pool.query(
      `select count(*)::int as tasks, count(distinct execution_id)::int as runs from tasks
       where execution_id = any($1) and status = 'COMPLETED'`,
      [runs],
    )
    expect(rows[0]).toEqual({ tasks: 150, runs: 50 })
    const seen = await Promise.all(runs.map((id) => two.look(id)))
    expect(seen.every(({ status, tasks }) => status === 'COMPLETED' && tasks.length === 3)).toBe(true)
  })

  it('wake a poll that waits on the other one', async () => {
    const waiting = two.poll('rep_1')
    await one.start({ name: 'replicated' })
    expect((await waiting).task.taskType).toBe('rep_1')
  })

  it('see a definition that changed on the other one', async () => {
    await define(db, actor, { name: 'changing', tasks: [simple('rep_old')] })
    await one.start({ name: 'changing' })
    await two.start({ name: 'changing' })
    await define(db, actor, { name: 'changing', tasks: [simple('rep_new')] })
    await defineTask(db, actor, { name: 'rep_new', responseTimeoutSeconds: 77 })
    const ids = await Promise.all([one.start({ name: 'changing' }), two.start({ name: 'changing' })])
    for (const id of ids) expect((await one.look(id)).tasks).toEqual(['rep_new#0:SCHEDULED'])
    expect((await two.poll('rep_new')).task.responseTimeoutSeconds).toBe(77)
  })

  it('start one execution for one idempotency key', async () => {
    const request = { name: 'replicated', idempotencyKey: 'once', idempotencyStrategy: 'RETURN_EXISTING' }
    const ids = await Promise.all(Array.from({ length: 40 }, (_, i) => (i % 2 ? one : two).start(request)))
    expect(new Set(ids).size).toBe(1)
    const repeated = one.start({ ...request, idempotencyStrategy: 'FAIL' })
    await expect(repeated).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(two.start({ ...request, idempotencyStrategy: 'FAIL_ON_RUNNING' })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
  })
})

describe('two replicas that are asked for the same start', () => {
  it('start one execution, and both say so', async () => {
    const request = startWorkflowRequestSchema.parse({ name: 'replicated', input: {} })
    for (let turn = 0; turn < 20; turn++) {
      const workflowId = asWorkflowId(newId())
      const start = { ...toStart(actor, request), workflowId }
      const outcomes = await Promise.all(apps.map((app) => app.store.start(actor.namespaceId, start)))
      expect(outcomes.map((outcome) => outcome.workflowId)).toEqual([workflowId, workflowId])
    }
  })
})

describe('a server that died', () => {
  it('is replaced by the next one, which goes on with everything', async () => {
    const first = startTestApp(db)
    const before = clientOf(first, actor)
    await defineTask(db, actor, { name: 'mortal', retryDelaySeconds: 0, responseTimeoutSeconds: 1 })
    const nap = { name: 'nap', taskReferenceName: 'nap', type: 'WAIT', inputParameters: { duration: '1 seconds' } }
    await define(db, actor, { name: 'surviving', tasks: [simple('mortal'), nap] })
    const held = await before.start({ name: 'surviving' })
    await before.poll('mortal')
    await first.stop()
    const next = startTestApp(db)
    const after = clientOf(next, actor)
    await after.work('mortal')
    expect((await after.reaches(held, 'COMPLETED')).tasks).toContain('mortal#1:COMPLETED')
    await next.stop()
  })

  it('leaves events between executions and newborn children to be delivered', async () => {
    await define(db, actor, { name: 'heir', tasks: [simple('heir_task')] })
    const child = {
      name: 'child',
      taskReferenceName: 'child',
      type: 'SUB_WORKFLOW',
      subWorkflowParam: { name: 'heir', version: 1 },
    }
    await define(db, actor, { name: 'house', tasks: [child] })
    const id = await one.start({ name: 'house' })
    const { task } = await one.poll('heir_task')
    // As a crash between the child's commit and the parent's would leave it.
    await db.pool.query(
      `insert into inbox (id, namespace_id, execution_id, event, created_time)
       select gen_random_uuid(), $1, $2, json_build_object('type', 'child-ended', 'taskId', t.id, 'childId', $3::text,
         'status', 'COMPLETED', 'output', json_build_object('by', 'mail'), 'reason', null, 'name', 'heir', 'version', 1), 0
       from tasks t where t.execution_id = $2`,
      [actor.namespaceId, id, task.workflowInstanceId],
    )
    expect((await two.reaches(id, 'COMPLETED')).output).toMatchObject({ by: 'mail' })
    expect((await db.pool.query('select 1 from inbox')).rowCount).toBe(0)
  })
})
