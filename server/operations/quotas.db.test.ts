import { describe, expect, it } from 'vitest'
import { tenantOf } from '@/server/platform/tenant'
import { getUsage } from '@/server/queries/get-usage'
import { restartWorkflow } from './restart-workflow'
import { createStartRate } from './start-rate'
import { terminateWorkflow } from './terminate-workflow'
import { openTestReplicas } from './testing/open-test-replicas'
import { createTestActor, define } from './testing/test-app'
import { clientOf } from './testing/worker'

const PUBLIC = {
  PLAYGROUND_PUBLIC: '1',
  PLAYGROUND_QUOTA_START_BURST: '1000',
  PLAYGROUND_QUOTA_OPEN_WORKFLOWS: '5',
  PLAYGROUND_QUOTA_RUNS_PER_MONTH: '8',
}

const { db, actor, apps, one, two } = await openTestReplicas(PUBLIC)
await define(db, actor, { name: 'counted', tasks: [{ name: 'counted', taskReferenceName: 'c', type: 'SIMPLE' }] })

describe('quotas of starts', () => {
  it('admit exactly what is left, however many ask at once on however many replicas', async () => {
    const startAll = (count: number) =>
      Promise.allSettled(Array.from({ length: count }, (_, i) => (i % 2 ? two : one).start({ name: 'counted' })))
    const first = await startAll(60)
    expect(first.filter(({ status }) => status === 'fulfilled')).toHaveLength(5)
    expect(first.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'QUOTA_EXCEEDED' } })
    for (let i = 0; i < 5; i++) await one.work('counted')
    const second = await startAll(40)
    expect(second.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
    expect(second.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { message: expect.stringContaining('runsPerMonth') },
    })
  })

  it('count what is opened again, and refuse it beyond what is left', async () => {
    const other = await createTestActor(db)
    await define(db, other, { name: 'counted', tasks: [{ name: 'again', taskReferenceName: 'a', type: 'SIMPLE' }] })
    const client = clientOf(apps[0], other)
    const ids = [...(await Promise.all(Array.from({ length: 5 }, () => client.start({ name: 'counted' }))))]
    const first = ids[0]!
    await terminateWorkflow(apps[0], other, { workflowId: first, reason: null, triggerFailureWorkflow: false })
    await client.start({ name: 'counted' })
    const restart = restartWorkflow(apps[1], other, { workflowId: first, useLatest: false })
    await expect(restart).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' })
    expect((await client.look(first)).status).toBe('TERMINATED')
    await client.work('again')
    await restartWorkflow(apps[1], other, { workflowId: first, useLatest: false })
    expect(await getUsage(tenantOf(db, other.namespaceId))).toMatchObject({ openWorkflows: 5, runsPerMonth: 7 })
  })

  it('count sub-workflows too', async () => {
    const other = await createTestActor(db)
    await define(db, other, { name: 'leaf', tasks: [{ name: 'leaf', taskReferenceName: 'l', type: 'SIMPLE' }] })
    const branch = (ref: string) => [
      { name: ref, taskReferenceName: ref, type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'leaf' } },
    ]
    const names = ['a', 'b', 'c', 'd', 'e']
    const fork = { name: 'f', taskReferenceName: 'f', type: 'FORK_JOIN', forkTasks: names.map(branch) }
    await define(db, other, {
      name: 'tree',
      tasks: [fork, { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: names }],
    })
    const client = clientOf(apps[0], other)
    const seen = await client.reaches(await client.start({ name: 'tree' }), 'FAILED')
    expect(seen.reason).toContain('limit openWorkflows')
  })

  it('let a burst through and then a steady rate', () => {
    let now = 0
    const quotas = { ...apps[0].quotas, startsPerSecond: 10, startBurst: 2 }
    const rate = createStartRate(quotas, () => now)
    rate.spend(actor.namespaceId)
    rate.spend(actor.namespaceId)
    expect(() => rate.spend(actor.namespaceId)).toThrow(/startsPerSecond/)
    now = 100
    rate.spend(actor.namespaceId)
  })
})
