import { describe, expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { footprintOf } from '@/server/platform/testing/footprint'
import type { Route } from './core/route'
import { ROUTES } from './routes'
import { CANARY, type Inhabited, inhabit } from './testing/inhabited-namespace'
import { openTestRest } from './testing/open-test-rest'
import type { RestClient } from './testing/rest-client'

/**
 * Made from the route table, so that a route which is added tomorrow is asked the same question. A stranger asks for
 * what is in somebody's namespace, which holds one of everything; a bystander makes the same calls for what is nowhere.
 * Both must hear the same, and the namespace must stay as it was.
 */
const { db, actor: owner, callAs } = await openTestRest()
const { namespaceId } = owner
const stranger = await callAs(await createTestActor(db), 'owner')
const bystander = await callAs(await createTestActor(db), 'owner')
const theirs = await inhabit(await callAs(owner, 'owner'), 'canary')
const before = await footprintOf(db, namespaceId)

const NOBODYS: Inhabited = {
  name: 'nobody',
  workflowId: 'fffffff0-0000-4000-8000-000000000000',
  taskId: 'fffffff0-0000-4000-8000-000000000001',
  webhookId: 'fffffff0-0000-4000-8000-000000000002',
}

const pathFor = (path: string, { name, workflowId, taskId, webhookId }: Inhabited) =>
  `${path}?waitForSeconds=1`
    .replace(':workflowId', workflowId)
    .replace(':taskId', taskId)
    .replace(':id', webhookId)
    .replace(':version', '1')
    .replace(':status', 'COMPLETED')
    .replace(/:event\b/, `conductor:${name}`)
    .replace(/:\w+/g, name)

/** Bodies that name what is somebody else's, one for each kind of call that takes one. */
const bodiesFor = ({ name, workflowId, taskId, webhookId }: Inhabited) => [
  undefined,
  {},
  [workflowId],
  [name],
  [{ key: 'team', value: 'x' }],
  { workflowNames: [name], correlationIds: [name] },
  { name, version: 1, input: {}, tasks: [{ name, taskReferenceName: name, type: 'SIMPLE' }] },
  { workflowInstanceId: workflowId, taskId, status: 'COMPLETED', outputData: {} },
  { id: webhookId, name, verifier: 'HEADER_BASED', headers: { 'x-token': 'x' } },
  { name, event: `conductor:${name}`, actions: [], externalId: JSON.stringify({ workflowId }) },
  { name, cronExpression: '0 0 0 1 1 *', startWorkflowRequest: { name } },
]

/** What tells the two apart without telling anything: the names that were asked for, fresh ids and the time. */
const withoutNames = (text: string, { name, workflowId, taskId, webhookId }: Inhabited) =>
  [workflowId, taskId, webhookId, name]
    .reduce((rest, each) => rest.replaceAll(each, '·'), text)
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/app:[0-9a-f]{16}/g, '<caller>')
    .replace(/\d{13}/g, '<time>')

/** What only looks, or waits, comes first: other calls make things of these names in the callers' own namespaces. */
const turnOf = ({ method, path }: Route) =>
  path.startsWith('/workflow/execute') ? 0 : ['GET', 'DELETE', 'PUT', 'POST'].indexOf(method)
const routes = ROUTES.filter(({ access, name }) => access === 'namespace' && name !== 'getUserInfo').toSorted(
  (one, other) => turnOf(one) - turnOf(other),
)

describe('a stranger', () => {
  test.each(routes)('learns and changes nothing by $method $path', async ({ method, path }) => {
    const calls = method === 'GET' ? 1 : bodiesFor(theirs).length
    for (let nth = 0; nth < calls; nth++) {
      const ask = async (call: RestClient, whose: Inhabited) => {
        const { status, text } = await call(method, pathFor(path, whose), bodiesFor(whose)[nth])
        return { status, text: withoutNames(text, whose) }
      }
      const heard = await ask(stranger, theirs)
      expect(heard).toEqual(await ask(bystander, NOBODYS))
      expect(heard.text).not.toContain(CANARY)
      expect(heard.status).toBeLessThan(500)
    }
    expect(await footprintOf(db, namespaceId)).toEqual(before)
  })
})
