import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { pollTasks } from '@/server/operations/poll-tasks'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { createTestActor, define } from '@/server/operations/testing/test-app'

const { db, app, actor, client } = await openTestApp()

beforeAll(async () => {
  await define(db, actor, { name: 'queued', tasks: [{ name: 'q', taskReferenceName: 'q', type: 'SIMPLE' }] })
})

const ask = (count: number, timeoutMs: number, more: { signal?: AbortSignal; as?: Actor } = {}) =>
  pollTasks(app, more.as ?? actor, { taskType: 'q', workerId: 'w', domain: null, count, timeoutMs, ...more })

describe('polling', () => {
  it('case 339: hands out by priority, then by age', async () => {
    for (const [name, priority] of Object.entries({ low: 1, high: 9, also: 9, none: 0 }))
      await client.start({ name: 'queued', correlationId: name, priority })
    const polled = await ask(10, 1_000)
    expect(polled.map(({ owner }) => owner.correlationId)).toEqual(['high', 'also', 'low', 'none'])
    await Promise.all(polled.map((each) => client.answer(each)))
  })

  it('shares what is there among the polls that wait', async () => {
    const polls = Promise.all(Array.from({ length: 5 }, () => ask(1, 5_000)))
    await Promise.all(Array.from({ length: 5 }, () => client.start({ name: 'queued' })))
    const polled = (await polls).flat()
    expect(new Set(polled.map(({ task }) => task.taskId)).size).toBe(5)
    await Promise.all(polled.map((each) => client.answer(each)))
  })

  it('puts a task back whose poll was given up', async () => {
    const leaving = new AbortController()
    const given = ask(1, 5_000, { signal: leaving.signal })
    const started = client.start({ name: 'queued' })
    leaving.abort()
    expect(await given).toEqual([])
    await started
    const next = await client.poll('q')
    expect(next.task.pollCount).toBe(1)
    await client.answer(next)
  })

  it('ends empty when the time is up, and at once without one', async () => {
    const began = Date.now()
    expect(await ask(1, 0)).toEqual([])
    expect(await ask(1, 200)).toEqual([])
    expect(Date.now() - began).toBeLessThan(1_000)
    await expect(ask(1, 5_001)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('never crosses namespaces', async () => {
    const stranger = await createTestActor(db)
    await client.start({ name: 'queued' })
    expect(await ask(10, 150, { as: stranger })).toEqual([])
    await client.work('q')
  })

  it('remembers who polled', async () => {
    await app.store.queue.pollData.flush()
    const { rows } = await db.pool.query(
      'select queue_name, worker_id, last_poll_time > 0 as recent from poll_data where namespace_id = $1',
      [actor.namespaceId],
    )
    expect(rows).toEqual([{ queue_name: 'q', worker_id: 'w', recent: true }])
  })
})
