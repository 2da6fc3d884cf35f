import { expect, test } from 'vitest'
import { openTestApp } from './testing/open-test-app'
import { tryScript } from './try-script'

const { app, actor } = await openTestApp()

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
