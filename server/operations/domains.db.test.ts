import { describe, expect, it } from 'vitest'
import { pollTasks } from './poll-tasks'
import { openTestReplicas } from './testing/open-test-replicas'
import { define, defineTask, type TestApp } from './testing/test-app'

/** A task goes to the first of its domains whose workers polled lately, on whichever replica they did. */
const { db, actor, apps, one, two } = await openTestReplicas()
for (const name of ['served', 'unserved', 'placed'])
  await define(db, actor, { name, tasks: [{ name, taskReferenceName: 't', type: 'SIMPLE' }] })

const take = (app: TestApp, taskType: string, domain: string | null) =>
  pollTasks(app, actor, { taskType, workerId: 'w', domain, count: 1, timeoutMs: 300 })

const domainOf = async (name: string, list: string): Promise<string | null> => {
  const id = await two.start({ name, taskToDomain: { [name]: list } })
  const { rows } = await db.pool.query<{ domain: string | null }>('select domain from tasks where execution_id = $1', [
    id,
  ])
  return rows[0]?.domain ?? null
}

describe('domains', () => {
  it('without a worker the last entry holds, where NO_DOMAIN stands for none', async () => {
    expect(await domainOf('unserved', 'a,b,NO_DOMAIN')).toBeNull()
    expect(await domainOf('unserved', 'a,b')).toBe('b')
  })

  it('case 398: a worker of domain b that polls another replica makes it b', async () => {
    await take(apps[0], 'served', 'b')
    await expect.poll(() => domainOf('served', 'a,b,NO_DOMAIN'), { timeout: 5_000 }).toBe('b')
    const [task] = await take(apps[0], 'served', 'b')
    expect(task?.task.domain).toBe('b')
  })

  it('an isolation group and an execution namespace make a queue of their own', async () => {
    await defineTask(db, actor, { name: 'placed', isolationGroupId: 'gpu', executionNameSpace: 'lab' })
    await one.start({ name: 'placed' })
    expect(await take(apps[1], 'placed', null)).toEqual([])
    const [task] = await take(apps[1], 'placed@lab-gpu', null)
    expect(task?.task.taskType).toBe('placed')
  })
})
