import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createTestActor, startTestApp, type TestApp } from './testing/test-app'
import { tryScript } from './try-script'

let db: TestDatabase
let app: TestApp
let actor: Actor

beforeAll(async () => {
  db = await createTestDatabase()
  app = startTestApp(db)
  actor = await createTestActor(db)
})
afterAll(async () => {
  await app.stop()
  await db.drop()
})

test('a script and a filter say what they would say in a run, and what is wrong with them', async () => {
  const input = { items: [{ price: 2 }, { price: 3 }] }
  const add = { language: 'jq', expression: '[.items[].price] | add', input } as const
  expect(await tryScript(app, actor, add)).toEqual({ ok: true, value: 5, all: [5] })
  const script = { language: 'javascript', expression: '$.items.length', input } as const
  expect(await tryScript(app, actor, script)).toMatchObject({ ok: true, value: 2 })
  expect(await tryScript(app, actor, { ...script, expression: 'nobody()' })).toMatchObject({
    ok: false,
    kind: 'error',
    message: expect.stringMatching(/nobody is not defined/),
  })
})

test('viewers try nothing, and a namespace only so often', async () => {
  const attempt = { language: 'javascript', expression: '1', input: {} } as const
  await expect(tryScript(app, { ...actor, role: 'viewer' }, attempt)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const limited = { ...app, quotas: { ...app.quotas, scriptTriesPerMinute: 1 } }
  await tryScript(limited, actor, attempt)
  await expect(tryScript(limited, actor, attempt)).rejects.toThrow(/limit scriptTriesPerMinute/)
})
