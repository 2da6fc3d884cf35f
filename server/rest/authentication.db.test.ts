import { SignJWT } from 'jose'
import { describe, expect, test } from 'vitest'
import { createRest } from './app'
import { ROUTES } from './routes'
import { openTestRest } from './testing/open-test-rest'
import { type AccessKey, createAccessKey, createToken, restClient } from './testing/rest-client'

const { db, app, actor, rest } = await openTestRest()

const asNobody = () => restClient(rest, {})
const withToken = (token: string) => restClient(rest, { 'x-authorization': token })

describe('without a credential', () => {
  test('only these routes answer', () => {
    const open = ROUTES.filter(({ access }) => access === 'public').map(({ method, path }) => `${method} ${path}`)
    expect(open.sort()).toEqual(['GET /health', 'GET /version', 'POST /token'])
  })

  test.each(ROUTES.filter(({ access }) => access === 'namespace'))(
    '$method $path refuses',
    async ({ method, path }) => {
      const answer = await asNobody()(method, path.replace(/:\w+/g, 'x'), method === 'GET' ? undefined : {})
      expect(answer.status).toBe(401)
      expect(answer.body).toMatchObject({ error: 'INVALID_TOKEN', status: 401, message: expect.any(String) })
      expect(answer.body.timestamp).toEqual(expect.any(Number))
    },
  )

  test.each([
    '/workflow/search/health',
    '/metadata/workflow/x/configs',
    '/metadata/taskdefs/ready',
    '/workflow/x.rsc',
    '/workflow/..;/health',
    '/workflow/%2e%2e/metadata/taskdefs',
    '//metadata/taskdefs',
    '/METADATA/taskdefs',
    '/metadata/taskdefs/',
    '/nothing/there',
  ])('%s refuses too', async (path) => {
    expect((await asNobody()('GET', path)).status).toBe(401)
  })

  test('headers of frameworks and cookies change nothing', async () => {
    const tricks = {
      'x-middleware-subrequest': 'middleware',
      'x-namespace': actor.namespaceName,
      cookie: 'next-auth.session-token=x',
    }
    expect((await restClient(rest, tricks)('GET', '/metadata/taskdefs')).status).toBe(401)
  })
})

describe('a namespace token', () => {
  test('works raw and as Bearer', async () => {
    const token = await createToken(db, actor, 'editor')
    expect((await withToken(token)('GET', '/metadata/taskdefs')).status).toBe(200)
    const bearer = restClient(rest, { authorization: `Bearer ${token}` })
    expect((await bearer('GET', '/metadata/taskdefs')).status).toBe(200)
    const { rows } = await db.pool.query('select last_used_at from credentials where namespace_id = $1', [
      actor.namespaceId,
    ])
    expect(rows.every((row) => row.last_used_at !== null)).toBe(true)
  })

  test('that is unknown or revoked is refused', async () => {
    const token = await createToken(db, actor, 'editor')
    await db.pool.query('update credentials set revoked_at = now() where namespace_id = $1', [actor.namespaceId])
    expect((await withToken(token)('GET', '/metadata/taskdefs')).body.error).toBe('INVALID_TOKEN')
    expect((await withToken(`${token}x`)('GET', '/metadata/taskdefs')).body.error).toBe('INVALID_TOKEN')
  })

  test('of a viewer reads and cannot write', async () => {
    const viewer = withToken(await createToken(db, actor, 'viewer'))
    expect((await viewer('GET', '/metadata/taskdefs')).status).toBe(200)
    for (const [method, path, body] of [
      ['POST', '/metadata/taskdefs', [{ name: 'x' }]],
      ['POST', '/workflow', { name: 'x' }],
      ['GET', '/tasks/poll/x', undefined],
      ['PUT', '/workflow/bulk/pause', ['x']],
    ] as const) {
      const answer = await viewer(method, path, body)
      expect([answer.status, answer.body.error]).toEqual([403, undefined])
    }
  })
})

describe('an access key', () => {
  const exchange = (key: AccessKey & { expiration?: number }) => asNobody()('POST', '/token', key)

  test('becomes a token that works for more than an hour', async () => {
    const { status, body } = await exchange(await createAccessKey(db, actor, 'editor'))
    expect(status).toBe(200)
    expect((await withToken(body.token)('GET', '/metadata/taskdefs')).status).toBe(200)
    const claims = JSON.parse(Buffer.from(body.token.split('.')[1], 'base64url').toString())
    expect(claims.exp - claims.iat).toBeGreaterThanOrEqual(3600)
    expect(claims).not.toHaveProperty('keySecret')
  })

  test('a token that has expired says so', async () => {
    const { body } = await exchange({ ...(await createAccessKey(db, actor, 'editor')), expiration: 0 })
    expect((await withToken(body.token)('GET', '/metadata/taskdefs')).body).toMatchObject({
      error: 'EXPIRED_TOKEN',
      status: 401,
    })
  })

  test('an expired token beside the exchange is ignored', async () => {
    const key = await createAccessKey(db, actor, 'editor')
    expect((await withToken('nonsense')('POST', '/token', key)).status).toBe(200)
  })

  test('changed, unsigned and foreign tokens are refused', async () => {
    const { body } = await exchange(await createAccessKey(db, actor, 'editor'))
    const [head, payload, signature] = body.token.split('.')
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString())
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const foreign = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('guess'))
    for (const token of [
      `${head}.${encode({ ...claims, ns: claims.ns + 1 })}.${signature}`,
      `${encode({ alg: 'none' })}.${payload}.`,
      foreign,
      'a.b.c',
    ])
      expect((await withToken(token)('GET', '/metadata/taskdefs')).body.error).toBe('INVALID_TOKEN')
  })

  test('its secret is never a token itself, and another kind of token is no key', async () => {
    const key = await createAccessKey(db, actor, 'editor')
    expect((await withToken(key.keySecret)('GET', '/metadata/taskdefs')).status).toBe(401)
    expect((await withToken(key.keyId)('GET', '/metadata/taskdefs')).status).toBe(401)
  })

  test('20 wrong secrets in a minute lock that key out, and no other', async () => {
    const key = await createAccessKey(db, actor, 'editor')
    const other = await createAccessKey(db, actor, 'editor')
    for (let i = 0; i < 20; i += 1) expect((await exchange({ ...key, keySecret: 'wrong' })).status).toBe(401)
    const refused = await rest.request('/api/token', { method: 'POST', body: JSON.stringify(key) })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await exchange(other)).status).toBe(200)
  })
})

test('an open namespace asks for nothing and says so', async () => {
  const open = createRest({ ...app, env: { ...app.env, openNamespace: 'everybody' } })
  const client = restClient(open, { 'x-authorization': 'whatever' })
  expect((await client('POST', '/token', { keyId: 'x', keySecret: 'y' })).status).toBe(404)
  expect((await client('GET', '/metadata/taskdefs')).body).toEqual([])
  expect((await client('GET', '/token/userInfo')).body.namespace).toBe('everybody')
  const foreign = restClient(open, { host: 'localhost:3000', origin: 'https://evil.example' })
  expect((await foreign('POST', '/workflow', { name: 'x' })).status).toBe(403)
})
