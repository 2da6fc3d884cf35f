import { expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { openTestRest } from '@/server/rest/testing/open-test-rest'
import { createAccessKey, restClient } from '@/server/rest/testing/rest-client'

const { db, actor, rest, callAs } = await openTestRest({
  PLAYGROUND_QUOTA_EVENT_HANDLERS: '4',
  PLAYGROUND_LIMIT_ACTIONS_PER_EVENT_HANDLER: '2',
})
const mine = await callAs(actor, 'owner')
const viewer = await callAs(actor, 'viewer')
const theirs = await callAs(await createTestActor(db), 'owner')

const action = { action: 'start_workflow', start_workflow: { name: 'flow' } }
const handler = (name: string, more: object = {}) => ({
  name,
  event: 'conductor:shop:sold',
  actions: [action],
  ...more,
})
const names = ({ body }: { body: { name: string }[] }) => body.map(({ name }) => name)
const AT = `/event/${encodeURIComponent('conductor:shop:sold')}`

test('case 352: a handler is created, read, found by its event, switched on, changed and deleted', async () => {
  expect(await mine('POST', '/event', handler('h', { condition: '$.a > 1' }))).toMatchObject({ status: 200, text: '' })
  expect(names(await mine('GET', AT))).toEqual([])
  expect((await mine('GET', `${AT}?activeOnly=false`)).body).toMatchObject([
    {
      name: 'h',
      event: 'conductor:shop:sold',
      condition: '$.a > 1',
      active: false,
      actions: [{ action: 'start_workflow', start_workflow: { name: 'flow', input: {} }, expandInlineJSON: false }],
    },
  ])
  expect((await mine('PUT', '/event', handler('h', { active: true }))).status).toBe(200)
  const [changed] = (await mine('GET', AT)).body
  expect([changed.active, 'condition' in changed]).toEqual([true, false])
  expect((await mine('GET', '/event/handler/h')).body).toEqual(changed)
  expect(names(await mine('GET', '/event'))).toEqual(['h'])
  expect((await mine('DELETE', '/event/h')).status).toBe(200)
  expect((await mine('GET', `${AT}?activeOnly=false`)).body).toEqual([])
  expect(await mine('GET', '/event/handler/h')).toMatchObject({ status: 200, text: '' })
})

test('case 399: a name twice is a conflict, an unknown one is not found', async () => {
  expect((await mine('POST', '/event', [handler('twice')])).status).toBe(200)
  const again = await mine('POST', '/event', [handler('fresh'), handler('twice')])
  expect([again.status, again.body.message]).toEqual([409, 'EventHandler with name twice already exists!'])
  expect(names(await mine('GET', '/event'))).toEqual(['twice'])
  for (const [method, path, body] of [
    ['PUT', '/event', handler('nobody')],
    ['DELETE', '/event/nobody', undefined],
    ['GET', '/event/nobody/tags', undefined],
    ['PUT', '/event/nobody/tags', []],
    ['DELETE', '/event/nobody/tags', []],
  ] as const) {
    const answer = await mine(method, path, body)
    expect([answer.status, answer.body.message]).toEqual([404, 'EventHandler with name nobody not found!'])
  }
})

test('all that is missing is said at once, with the path to each', async () => {
  const { status, body } = await mine('POST', '/event', [
    { event: 'e', actions: [action] },
    { name: 'n', actions: [] },
  ])
  expect([status, body.validationErrors]).toEqual([
    400,
    [
      { path: 'addEventHandler.arg0[0].name', message: 'Missing event handler name' },
      { path: 'addEventHandler.arg0[1].event', message: 'Missing event location' },
      {
        path: 'addEventHandler.arg0[1].actions',
        message: 'No actions specified. Please specify at-least one action',
      },
    ],
  ])
  const unknown = await mine('PUT', '/event', handler('n', { actions: [{ action: 'fly' }] }))
  expect([unknown.status, unknown.body.validationErrors[0].path]).toEqual([
    400,
    'updateEventHandler.arg0.actions[0].action',
  ])
})

test('tags are added once, taken off and kept beside the rest', async () => {
  const team = { key: 'team', value: 'shop' }
  const red = { key: 'colour', value: 'red' }
  await mine('PUT', '/event/twice/tags', [team, red, team])
  await mine('PUT', '/event/twice/tags', [red])
  expect((await mine('GET', '/event/twice/tags')).body).toEqual([team, red])
  await mine('DELETE', '/event/twice/tags', [team])
  expect((await mine('GET', '/event/twice/tags')).body).toEqual([red])
  expect((await mine('GET', '/event/handler/twice')).body).toMatchObject({
    tags: [red],
    actions: [{ action: 'start_workflow' }],
  })
})

test('names of another namespace stay apart, and viewers only read', async () => {
  expect((await theirs('POST', '/event', handler('twice', { active: true }))).status).toBe(200)
  expect((await theirs('DELETE', '/event/twice')).status).toBe(200)
  expect(names(await mine('GET', '/event'))).toEqual(['twice'])
  expect(names(await viewer('GET', '/event'))).toEqual(['twice'])
  expect((await viewer('POST', '/event', handler('v'))).status).toBe(403)
  expect((await viewer('DELETE', '/event/twice')).status).toBe(403)
})

test('the number of handlers and of their actions has a limit that the refusal names', async () => {
  const many = await mine('POST', '/event', handler('many', { actions: [action, action, action] }))
  expect([many.status, many.body.message]).toEqual([400, expect.stringContaining('(limit actionsPerEventHandler)')])
  const four = ['a', 'b', 'c', 'd'].map((name) => handler(name))
  const full = await mine('POST', '/event', four)
  expect([full.status, full.body.message]).toEqual([
    402,
    'A namespace may hold 4 event handlers (limit eventHandlers).',
  ])
  expect((await mine('POST', '/event', four.slice(0, 3))).status).toBe(200)
})

test('a handler says which access key made it', async () => {
  const key = await createAccessKey(db, await createTestActor(db), 'owner')
  const { body } = await restClient(rest, {})('POST', '/token', key)
  const client = restClient(rest, { 'x-authorization': body.token })
  await client('POST', '/event', handler('keyed'))
  expect((await client('GET', '/event')).body[0].createdBy).toBe(`app:${key.keyId}`)
})
