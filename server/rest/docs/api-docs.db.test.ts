import { describe, expect, test } from 'vitest'
import { COOKIE_KEY, cookieOf, somebody } from '@/server/auth/testing/people'
import { createTestActor } from '@/server/operations/testing/test-app'
import { createRest } from '@/server/rest/app'
import { createAuthenticator } from '@/server/rest/auth/authenticator'
import { openTestRest } from '@/server/rest/testing/open-test-rest'

const { db, app, rest } = await openTestRest()

test('the page and all it needs come from this server, with a policy for scripts', async () => {
  const page = await rest.request('/api-docs')
  expect(page.headers.get('content-type')).toContain('text/html')
  expect(page.headers.get('content-security-policy')).not.toContain('unsafe-eval')
  const html = await page.text()
  expect(html).not.toMatch(/(src|href)="https?:/)
  for (const [, path] of html.matchAll(/(?:src|href)="(\/api-docs[^"]+)"/g)) {
    const file = await rest.request(path ?? '')
    expect(file.status).toBe(200)
    expect((await file.text()).length).toBeGreaterThan(100)
  }
  const description = await rest.request('/api/openapi.json')
  expect(await description.json()).toMatchObject({ openapi: '3.1.0' })
})

describe('the visitor’s token', () => {
  const ask = (headers: Record<string, string>) => rest.request('/api-docs/token', { method: 'POST', headers })

  test('is for our own page only', async () => {
    const json = { 'content-type': 'application/json', host: 'localhost' }
    expect((await ask({ ...json, origin: 'https://evil.example' })).status).toBe(403)
    expect((await ask(json)).status).toBe(403)
    expect((await ask({ origin: 'http://localhost', host: 'localhost' })).status).toBe(403)
    expect((await ask({ ...json, origin: 'null' })).status).toBe(403)
  })

  test('is not there without a session', async () => {
    const headers = { 'content-type': 'application/json', host: 'localhost', origin: 'http://localhost' }
    expect((await ask(headers)).status).toBe(204)
  })

  test('is for the namespace that the visitor chose among their own', async () => {
    const { userId } = await somebody(app.prisma)
    const [first, second] = [await createTestActor(db), await createTestActor(db)]
    for (const { namespaceId } of [first, second])
      await app.prisma.membership.create({ data: { namespaceId, userId, role: 'editor' } })
    const foreign = await createTestActor(db)
    const own = createRest({ ...app, env: { ...app.env, ...COOKIE_KEY } })
    const session = await cookieOf(app.prisma, userId)
    for (const [chosen, expected] of [
      [second, second],
      [foreign, first],
    ] as const) {
      const cookie = `${session}; cp-namespace=${chosen.namespaceName}`
      const headers = { 'content-type': 'application/json', host: 'localhost', origin: 'http://localhost', cookie }
      const { token } = await (await own.request('/api-docs/token', { method: 'POST', headers })).json()
      const me = await own.request('/api/token/userInfo', { headers: { 'x-authorization': token } })
      expect(await me.json()).toMatchObject({ namespace: expected.namespaceName, roles: [{ name: 'EDITOR' }] })
    }
    expect((await own.request('/api/token/userInfo', { headers: { cookie: session } })).status).toBe(401)
  })

  test('lets a member in, and nobody who left', async () => {
    const { namespaceId } = await createTestActor(db)
    await db.pool.query(`insert into users (id, email) values ('u', 'u@example.com')`)
    await db.pool.query(`insert into memberships (namespace_id, user_id, role) values ($1, 'u', 'viewer')`, [
      namespaceId,
    ])
    const { env } = app
    const signer = createAuthenticator({ db, secret: env.secret, openNamespace: null })
    const token = await signer.signFor({ kind: 'user', id: 'u', namespaceId }, 60_000)
    const whoAmI = () => createRest(app).request('/api/token/userInfo', { headers: { 'x-authorization': token } })
    expect(await (await whoAmI()).json()).toMatchObject({ name: 'u@example.com', roles: [{ name: 'VIEWER' }] })
    await db.pool.query(`delete from memberships where user_id = 'u'`)
    expect((await whoAmI()).status).toBe(401)
  })
})
