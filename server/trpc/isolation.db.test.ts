import type { inferRouterInputs } from '@trpc/server'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGuest } from '@/server/auth/create-guest'
import { memberActor } from '@/server/auth/member-actor'
import { COOKIE_KEY, cookieOf, sessionOf } from '@/server/auth/testing/people'
import type { NamespaceId } from '@/server/model/ids'
import { startTestApp } from '@/server/operations/testing/test-app'
import { footprintOf } from '@/server/platform/testing/footprint'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { CANARY, type Inhabited, inhabit } from '@/server/rest/testing/inhabited-namespace'
import { createToken, restClient } from '@/server/rest/testing/rest-client'
import { createContext } from './context'
import { mountTrpc } from './mount'
import { type AppRouter, appRouter } from './router'

/**
 * A stranger calls every procedure for what is in somebody's namespace, which holds one of everything; a bystander
 * makes the same calls for what is nowhere. Both must hear the same, and the namespace must stay as it was.
 */
interface World extends Inhabited {
  readonly userId: string
  readonly credentialId: string
  readonly noteId: string
  readonly draftId: string
  readonly messageKey: string
}
type Inputs = inferRouterInputs<AppRouter>
type Ask = { readonly [R in keyof Inputs]: { readonly [P in keyof Inputs[R]]: (world: World) => Inputs[R][P] } }

const none = () => undefined
const named = ({ name }: World) => ({ name })
const versioned = ({ name }: World) => ({ name, version: 1 })
const run = ({ workflowId }: World) => ({ workflowId })
const definition = ({ name }: World) => ({ name, tasks: [{ name, taskReferenceName: name, type: 'SIMPLE' }] })
const handler = ({ name }: World) => ({
  name,
  event: `conductor:${name}`,
  actions: [{ action: 'start_workflow' as const }],
})
const valued = ({ name }: World) => ({ name, value: 'x' })

/** The compiler names a procedure that was forgotten here. */
const ASK: Ask = {
  account: {
    me: none,
    signUp: () => ({ email: 'x', password: 'x' }),
    keep: () => ({ email: 'x', password: 'x' }),
    rename: named,
  },
  namespaces: { ensure: none, create: () => ({ name: 'No' }), rename: () => ({ name: 'No' }) },
  access: {
    list: none,
    create: ({ name }) => ({ kind: 'token', name, role: 'viewer' }),
    revoke: ({ credentialId }) => ({ id: credentialId }),
    log: none,
    workers: ({ name }) => ({ taskType: name }),
  },
  members: {
    list: none,
    add: () => ({ email: 'else@example.org', role: 'viewer' }),
    changeRole: ({ userId }) => ({ userId, role: 'viewer' }),
    remove: ({ userId }) => ({ userId }),
  },
  feedback: { send: ({ name }) => ({ page: `/workflows/${name}`, message: name }), list: none },
  usage: { get: none },
  definitions: {
    get: versioned,
    versions: named,
    samples: none,
    schema: versioned,
    register: definition,
    replace: (world) => ({ definition: definition(world), loadedAt: 1 }),
    delete: versioned,
  },
  drafts: {
    get: ({ draftId }) => ({ id: draftId }),
    open: versioned,
    list: named,
    save: ({ draftId, name }) => ({ id: draftId, name, version: 1, baseUpdatedAt: null, text: '{}', revision: 1 }),
    settle: ({ draftId, name }) => ({ id: draftId, published: name }),
  },
  notes: {
    list: ({ name }) => ({ subject: name }),
    save: ({ noteId, name }) => ({ id: noteId, subject: name, ref: null, text: 'x', x: 0, y: 0 }),
    remove: ({ noteId }) => ({ id: noteId }),
  },
  looks: {
    get: ({ name }) => ({ workflow: name }),
    save: ({ name }) => ({ workflow: name, direction: 'down', folded: null }),
  },
  savedInputs: {
    list: ({ name }) => ({ workflow: name }),
    save: ({ name }) => ({ workflow: name, name, input: {} }),
    remove: ({ name }) => ({ workflow: name, name }),
  },
  runViews: {
    list: none,
    save: ({ name }) => ({ name, query: 'status=FAILED' }),
    remove: named,
    chooseColumns: () => ({ columns: ['reason'] }),
  },
  executions: {
    list: ({ workflowId }) => ({ filter: { workflowId }, page: {} }),
    summary: ({ name }) => ({ text: name }),
    catalog: none,
    definition: versioned,
    recentInputs: named,
    lastRun: named,
    get: run,
    data: run,
    digests: run,
    journal: run,
    task: ({ taskId }) => ({ taskId }),
    pollers: none,
    start: ({ name }) => ({ name, version: 7 }),
    pause: run,
    resume: run,
    terminate: ({ workflowId }) => ({ workflowId, reason: null }),
    restart: ({ workflowId }) => ({ workflowId, useLatest: false }),
    retry: ({ workflowId }) => ({ workflowId, resumeSubworkflowTasks: false }),
    rerun: ({ workflowId, taskId }) => ({ workflowId, taskId }),
    answer: ({ workflowId, taskId }) => ({ workflowInstanceId: workflowId, taskId, status: 'COMPLETED' }),
    remove: run,
    deleteDefinition: versioned,
    bulk: ({ workflowId }) => ({ workflowIds: [workflowId], action: 'terminate', reason: null }),
  },
  scripts: { try: () => ({ language: 'jq', expression: '.', input: {} }) },
  taskDefinitions: { list: none, get: named, save: named, delete: named },
  extensions: { taskTypes: none },
  integrations: {
    list: none,
    save: ({ name }) => ({ name, isNew: false, update: { type: 'amqp' } }),
    delete: named,
    test: named,
  },
  events: {
    handlers: none,
    create: handler,
    update: handler,
    setActive: ({ name }) => ({ name, active: false }),
    delete: named,
    messages: ({ name }) => ({ event: `conductor:${name}` }),
    message: ({ messageKey }) => ({ key: messageKey }),
    replay: ({ messageKey }) => ({ key: messageKey }),
    send: ({ name }) => ({ event: `conductor:${name}`, payload: {} }),
  },
  schedules: {
    list: none,
    nextTimes: () => ({ cronExpression: '0 0 0 1 1 *', zoneId: 'UTC' }),
    history: named,
    save: ({ name }) => ({ name, cronExpression: '0 0 0 1 1 *', startWorkflowRequest: { name } }),
    pause: named,
    resume: named,
    runNow: named,
    delete: named,
  },
  schemas: {
    list: none,
    save: ({ name }) => ({ schema: { name, data: { type: 'object' } }, newVersion: false }),
    delete: ({ name }) => ({ name, version: null }),
  },
  secrets: { list: none, save: valued, delete: named },
  variables: { list: none, save: valued, delete: named },
  webhooks: {
    list: none,
    events: ({ webhookId }) => ({ id: webhookId }),
    save: ({ webhookId, name }) => ({ id: webhookId, name, verifier: 'HEADER_BASED', headers: { a: 'b' } }),
    delete: ({ webhookId }) => ({ id: webhookId }),
  },
  live: { execution: run, workers: none },
}

const NOWHERE: World = {
  name: 'nobody',
  workflowId: 'fffffff0-0000-4000-8000-000000000000',
  taskId: 'fffffff0-0000-4000-8000-000000000001',
  webhookId: 'fffffff0-0000-4000-8000-000000000002',
  userId: 'fffffff0-0000-4000-8000-000000000003',
  credentialId: 'fffffff0-0000-4000-8000-000000000004',
  noteId: 'fffffff0-0000-4000-8000-000000000005',
  draftId: 'fffffff0-0000-4000-8000-000000000006',
  messageKey: 'fffffff0-0000-4000-8000-000000000007',
}

const database = await createTestDatabase()
const app = startTestApp(database, { NEXTAUTH_SECRET: COOKIE_KEY.secret })
const hono = new Hono()
mountTrpc(hono, app)
afterAll(async () => {
  await app.stop()
  await database.drop()
})

interface Visitor {
  readonly cookie: string
  readonly namespace: string
}
let stranger: Visitor
let bystander: Visitor
let theirs: World
let namespaceId: NamespaceId
let before: Readonly<Record<string, string>>

async function newcomer() {
  const userId = await createGuest(app.prisma, null)
  const cookie = await cookieOf(app.prisma, userId)
  const context = async () => createContext(app, { cookie, namespaceName: null, address: '203.0.113.7' })
  const call = async () => appRouter.createCaller(await context())
  const namespace = (await (await call()).namespaces.ensure()).name
  return { userId, cookie, namespace, call }
}

beforeAll(async () => {
  const owner = await newcomer()
  const actor = memberActor(await sessionOf(app.prisma, owner.userId), null)
  namespaceId = actor.namespaceId
  const token = await createToken(database, actor, 'owner')
  const held = await inhabit(restClient(createRest(app), { 'x-authorization': token }), 'canary')
  const { rows } = await database.pool.query<{ key: string }>('select id as key from event_messages')
  theirs = {
    ...held,
    userId: owner.userId,
    credentialId: (await (await owner.call()).access.list())[0]?.id ?? '',
    noteId: crypto.randomUUID(),
    draftId: crypto.randomUUID(),
    messageKey: rows[0]?.key ?? '',
  }
  const call = await owner.call()
  await call.notes.save({ id: theirs.noteId, subject: 'canary', ref: null, text: CANARY, x: 0, y: 0 })
  await call.savedInputs.save({ workflow: 'canary', name: 'canary', input: { value: CANARY } })
  await call.runViews.save({ name: 'canary', query: `q=${CANARY}` })
  await call.runViews.chooseColumns({ columns: ['id'] })
  const text = JSON.stringify({ name: 'canary', description: CANARY, tasks: [] })
  await call.drafts.save({ id: theirs.draftId, name: 'canary', version: 1, baseUpdatedAt: null, text, revision: 0 })
  ;[stranger, bystander] = [await newcomer(), await newcomer()]
  before = await footprintOf(database, namespaceId)
})

type Procedure = { readonly path: string; readonly type: string; readonly input: (world: World) => unknown }
const ORDER = ['query', 'subscription', 'mutation']
/** The newest workers are told for as long as somebody listens. */
const ENDLESS = 'live.workers'
const procedures = Object.entries(
  appRouter._def.procedures as unknown as Record<string, { readonly _def: { readonly type: string } }>,
)
  .map(([path, { _def }]): Procedure => {
    const [router = '', name = ''] = path.split('.')
    const asks = ASK as unknown as Record<string, Record<string, Procedure['input']>>
    return { path, type: _def.type, input: asks[router]?.[name] ?? none }
  })
  .filter(({ path }) => path !== ENDLESS)
  .toSorted((one, other) => ORDER.indexOf(one.type) - ORDER.indexOf(other.type))

async function ask({ path, type, input }: Procedure, { cookie, namespace }: Visitor, world: World) {
  const text = JSON.stringify(input(world))
  const headers = { cookie, 'x-namespace': namespace, 'content-type': 'application/json' }
  const response =
    type === 'mutation'
      ? await hono.request(`/api/trpc/${path}`, { method: 'POST', headers, ...(text && { body: text }) })
      : await hono.request(`/api/trpc/${path}${text ? `?input=${encodeURIComponent(text)}` : ''}`, { headers })
  return { status: response.status, text: withoutNames(await response.text(), namespace, world) }
}

/** What tells the two apart without telling anything: the names that were asked for, fresh ids and the time. */
function withoutNames(text: string, namespace: string, world: World): string {
  return [...Object.values(world), namespace]
    .reduce((rest, each) => rest.replaceAll(each, '·'), text)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|cp[tk]_[\w…-]+|guest-\w+/g, '<id>')
    .replace(/\d{13}|\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
}

describe('a stranger', () => {
  test.each(procedures)('learns and changes nothing by $type $path', async (procedure) => {
    const heard = await ask(procedure, stranger, theirs)
    expect(heard).toEqual(await ask(procedure, bystander, NOWHERE))
    expect(heard.text).not.toContain(CANARY)
    expect(heard.status).toBeLessThan(500)
    expect(await footprintOf(database, namespaceId)).toEqual(before)
  })
})
