import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import { cookieOf, somebody } from '@/server/auth/testing/people'
import { startTestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createContext } from './context'
import { mountTrpc } from './mount'
import { appRouter } from './router'

/** Made from the router, so that a procedure which is added tomorrow is asked the same questions. */
const database = await createTestDatabase()
const app = startTestApp(database, { NEXTAUTH_SECRET: 'a secret for tests' })
const hono = new Hono()
mountTrpc(hono, app)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

const PROCEDURES = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>,
).map(([path, { _def }]) => ({ path, type: _def.type }))
/** What a viewer may do for themselves. */
const PERSONAL = new Set([
  'account.signUp',
  'account.keep',
  'account.rename',
  'namespaces.create',
  'namespaces.ensure',
  'feedback.send',
])
let namespace: string
let ownerCookie: string
let viewerCookie: string
let workflowId: string

beforeAll(async () => {
  ownerCookie = await cookieOf(app.prisma, await createGuest(app.prisma, null))
  const facts = { cookie: ownerCookie, namespaceName: null, address: '203.0.113.7' }
  const owner = async () => appRouter.createCaller(await createContext(app, facts))
  namespace = (await (await owner()).namespaces.ensure()).name
  workflowId = await (await owner()).executions.start({ name: 'PopulationMinMax', input: {} })
  const viewer = await somebody(app.prisma)
  await (await owner()).members.add({ email: viewer.email, role: 'viewer' })
  viewerCookie = await cookieOf(app.prisma, viewer.userId)
})

interface Call {
  readonly path: string
  readonly type: string
  readonly cookie?: string
  readonly input?: unknown
}

async function call({ path, type, cookie = '', input = {} }: Call) {
  const text = typeof input === 'string' ? input : JSON.stringify(input)
  const headers = { cookie, 'x-namespace': namespace, 'content-type': 'application/json' }
  if (type === 'mutation') return hono.request(`/api/trpc/${path}`, { method: 'POST', headers, body: text })
  return hono.request(`/api/trpc/${path}?input=${encodeURIComponent(text)}`, { headers })
}

const inputs = () => [
  {},
  {
    workflowId,
    reason: null,
    useLatest: false,
    resumeSubworkflowTasks: false,
    action: 'remove',
    workflowIds: [workflowId],
  },
  { name: 'PopulationMinMax', version: 1, input: {}, tasks: [], role: 'owner', kind: 'token', email: 'a@example.org' },
  { id: 'x', userId: 'x', role: 'viewer' },
  { definition: { name: 'x', tasks: [] }, loadedAt: null },
]

describe('without a session', () => {
  test.each(PROCEDURES.filter(({ path, type }) => path !== 'account.signUp' && type !== 'subscription'))(
    '$type $path refuses',
    async (procedure) => expect((await call(procedure)).status).toBe(401),
  )
})

describe('a viewer', () => {
  test.each(PROCEDURES.filter(({ path, type }) => type === 'mutation' && !PERSONAL.has(path)))(
    'cannot $path',
    async (procedure) => {
      for (const input of inputs()) {
        const { status } = await call({ ...procedure, cookie: viewerCookie, input })
        expect([400, 403, 404]).toContain(status)
      }
    },
  )
})

describe('every procedure', () => {
  test.each(PROCEDURES.filter(({ type }) => type !== 'subscription'))(
    '$type $path refuses what cannot be kept',
    async (procedure) => {
      const deep = `${'['.repeat(200)}${']'.repeat(200)}`
      for (const input of ['{"name":"\\u0000"}', '{"\\ud800":1}', `{"input":${deep}}`])
        expect((await call({ ...procedure, cookie: ownerCookie, input })).status).toBe(400)
    },
  )
})

test('a body or a batch beyond the limits is refused before anything of it runs', async () => {
  const large = JSON.stringify({ name: 'x'.repeat(app.limits.bodyBytes) })
  expect((await call({ path: 'account.rename', type: 'mutation', cookie: ownerCookie, input: large })).status).toBe(413)
  const many = Array.from({ length: 50 }, () => 'account.me').join(',')
  const answer = await hono.request(`/api/trpc/${many}?batch=1`, { headers: { cookie: ownerCookie } })
  expect(answer.status).toBe(400)
})
