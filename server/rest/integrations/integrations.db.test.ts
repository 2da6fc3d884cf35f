import { expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { openTestRest } from '@/server/rest/testing/open-test-rest'

const { db, actor, callAs } = await openTestRest({ PLAYGROUND_QUOTA_INTEGRATIONS: '3' })
const call = await callAs(actor, 'editor')
const viewer = await callAs(actor, 'viewer')
const stranger = await callAs(await createTestActor(db), 'owner')

const rabbit = (configuration: object = {}) => ({
  type: 'amqp',
  category: 'MESSAGE_BROKER',
  description: 'orders',
  enabled: true,
  configuration: { host: 'rabbit.example.com', username: 'me', password: 'hunter2-secret', ...configuration },
})

test('an integration is saved, listed and found without its credentials', async () => {
  expect(await call('POST', '/integrations/provider/rabbit', rabbit())).toMatchObject({ status: 200, text: '' })
  const { body } = await viewer('GET', '/integrations/provider/rabbit')
  expect(body).toMatchObject({
    name: 'rabbit',
    type: 'amqp',
    category: 'MESSAGE_BROKER',
    enabled: true,
    configuration: { host: 'rabbit.example.com', username: 'me', password: '***' },
  })
  expect(body.createTime).toBeGreaterThan(Date.now() - 60_000)
  for (const path of ['/integrations/', '/integrations/provider?category=MESSAGE_BROKER']) {
    expect((await viewer('GET', path)).body).toHaveLength(1)
  }
  expect((await viewer('GET', '/integrations/provider?category=AI_MODEL')).body).toEqual([])
  expect((await stranger('GET', '/integrations/provider')).body).toEqual([])
  expect((await stranger('GET', '/integrations/provider/rabbit')).status).toBe(404)
})

test('nothing of a credential is readable in the database', async () => {
  const { rows } = await db.pool.query('select i::text as row from integrations i')
  expect(rows).toHaveLength(1)
  expect(rows[0].row).toContain('rabbit.example.com')
  expect(rows[0].row).not.toContain('hunter2')
})

test('a credential that is left out is kept, but is not sent to another address', async () => {
  const { password, ...open } = rabbit().configuration
  const same = { ...rabbit(), description: 'renamed', configuration: open }
  expect((await call('POST', '/integrations/provider/rabbit', same)).status).toBe(200)
  expect((await call('GET', '/integrations/provider/rabbit')).body).toMatchObject({
    description: 'renamed',
    configuration: { password: '***' },
  })
  const moved = { ...same, configuration: { ...open, password: '***', host: 'evil.example.com' } }
  const { status, body } = await call('POST', '/integrations/provider/rabbit', moved)
  expect(status).toBe(400)
  expect(body.message).toContain('host changed: give password again')
  const given = { ...same, configuration: { ...open, password: 'another', host: 'new.example.com' } }
  expect((await call('POST', '/integrations/provider/rabbit', given)).status).toBe(200)
})

test('what is not complete is refused with every field that is wrong', async () => {
  const { status, body } = await call('POST', '/integrations/provider/k', {
    type: 'kafka',
    configuration: { saslMechanism: 'magic', tls: 'yes', colour: 'red' },
  })
  expect(status).toBe(400)
  expect(body.validationErrors.map((each: { path: string }) => each.path)).toEqual([
    'configuration.bootstrapServers',
    'configuration.tls',
    'configuration.saslMechanism',
    'configuration.colour',
  ])
  expect((await call('POST', '/integrations/provider/k', { type: 'fax' })).body.message).toContain('kafka, amqp')
  expect((await call('POST', '/integrations/provider/a:b', rabbit())).status).toBe(400)
})

test('viewers change nothing, and the quota is named', async () => {
  expect((await viewer('POST', '/integrations/provider/rabbit', rabbit())).status).toBe(403)
  expect((await viewer('DELETE', '/integrations/provider/rabbit')).status).toBe(403)
  expect((await call('POST', '/integrations/', [{ ...rabbit(), name: 'two' }])).status).toBe(200)
  expect((await call('POST', '/integrations/provider/three', rabbit())).status).toBe(200)
  const refused = await call('POST', '/integrations/provider/four', rabbit())
  expect([refused.status, refused.body.message]).toEqual([
    402,
    'A namespace may hold 3 integrations (limit integrations).',
  ])
})

test('tags come and go', async () => {
  const path = '/integrations/provider/rabbit/tags'
  expect((await call('PUT', path, [{ key: 'team', value: 'a' }])).status).toBe(200)
  expect((await call('PUT', path, [{ key: 'stage', value: 'b' }])).status).toBe(200)
  expect((await call('DELETE', path, [{ key: 'team', value: 'a' }])).status).toBe(200)
  expect((await call('GET', path)).body).toMatchObject([{ key: 'stage', value: 'b' }])
})

test('kinds of integrations are described, passwords as such', async () => {
  const { body } = await viewer('GET', '/integrations/def/kafka')
  expect(body.configuration).toContainEqual(expect.objectContaining({ fieldName: 'password', fieldType: 'PASSWORD' }))
  expect((await viewer('GET', '/integrations/def')).body.map((each: { type: string }) => each.type)).toContain('sqs')
  expect((await viewer('GET', '/integrations/def/fax')).status).toBe(404)
  expect((await viewer('GET', '/integrations/provider/rabbit/integration')).body).toEqual([])
})

test('a removed integration is gone', async () => {
  expect((await call('DELETE', '/integrations/provider/rabbit')).status).toBe(200)
  expect((await call('DELETE', '/integrations/provider/rabbit')).status).toBe(404)
  const { rows } = await db.pool.query(`select action from audit_events where subject = 'rabbit' order by id`)
  expect(rows.map(({ action }) => action)).toEqual([
    'integration.create',
    'integration.update',
    'integration.update',
    'integration.delete',
  ])
})
