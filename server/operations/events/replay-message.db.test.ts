import { expect, test } from 'vitest'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { createTestActor } from '@/server/operations/testing/test-app'
import { tenantOf } from '@/server/platform/tenant'
import { getMessage, listMessageLines } from '@/server/queries/event-messages'
import { replayMessage } from './replay-message'
import { sendMessage } from './send-message'

const { db, app } = await openTestApp()

test('a message is sent again as a new one, in its own namespace only', async () => {
  const actor = await createTestActor(db)
  const tenant = tenantOf(app.db, actor.namespaceId)
  const all = () => listMessageLines(tenant, { event: null, offset: 0, size: 50 })
  await sendMessage(app, actor, { event: 'conductor:a', payload: { order: 7 } })
  const [first] = (await all()).rows
  const key = first?.key ?? ''
  expect(await replayMessage(app, actor, key)).toBe('conductor:a')
  const { rows, total } = await all()
  expect(total).toBe(2)
  const copy = rows.find((row) => row.key !== key)?.key ?? ''
  expect(await getMessage(tenant, copy)).toMatchObject({ event: 'conductor:a', payload: { order: 7 } })
  await expect(replayMessage(app, await createTestActor(db), key)).rejects.toThrow('no such message')
  await expect(replayMessage(app, { ...actor, role: 'viewer' }, key)).rejects.toThrow('role editor')
})

test('messages come in pages, newest first, of one event or of all', async () => {
  const actor = await createTestActor(db)
  const tenant = tenantOf(app.db, actor.namespaceId)
  for (const event of ['conductor:a', 'conductor:b', 'conductor:a'])
    await sendMessage(app, actor, { event, payload: {} })
  const whole = await listMessageLines(tenant, { event: null, offset: 0, size: 50 })
  const pages = await Promise.all([0, 2].map((offset) => listMessageLines(tenant, { event: null, offset, size: 2 })))
  expect(pages.flatMap(({ rows }) => rows.map(({ key }) => key))).toEqual(whole.rows.map(({ key }) => key))
  expect(pages.map(({ total }) => total)).toEqual([3, 3])
  const ofA = await listMessageLines(tenant, { event: 'conductor:a', offset: 0, size: 1 })
  expect(ofA).toMatchObject({ rows: [{ event: 'conductor:a' }], total: 2 })
})
