import { describe, expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { openTestRest } from '@/server/rest/testing/open-test-rest'
import { createToken, restClient } from '@/server/rest/testing/rest-client'
import { simple } from '@/server/rest/testing/rest-server'

const { db, actor, rest, callAs } = await openTestRest()
const api = await callAs(actor, 'owner')
const theirs = await callAs(await createTestActor(db), 'owner')
const token = await createToken(db, actor, 'owner')
const withKey = (key: string, strategy?: string) =>
  restClient(rest, {
    'x-authorization': token,
    'X-Idempotency-key': key,
    ...(strategy !== undefined && { 'X-on-conflict': strategy }),
  })

for (const call of [api, theirs])
  for (const name of ['paid', 'other']) await call('POST', '/metadata/workflow', { name, tasks: [simple('pay')] })

const start = (idempotencyKey: string, idempotencyStrategy?: string, { call = api, name = 'paid' } = {}) =>
  call('POST', '/workflow', { name, input: {}, idempotencyKey, idempotencyStrategy })
const finish = (id: string) => api('POST', `/tasks/${id}/pay/COMPLETED`, {})
const conflict = (id: string, key: string) => ({
  status: 409,
  body: { message: `The idempotency key ${key} of workflow paid is taken by the execution ${id}.` },
})

describe('an idempotency key', () => {
  test('RETURN_EXISTING, and no strategy, answer with the execution that has it, running or ended', async () => {
    const first = (await start('a')).text
    expect((await start('a')).text).toBe(first)
    await finish(first)
    expect((await start('a', 'RETURN_EXISTING')).text).toBe(first)
    expect((await api('GET', `/workflow/${first}`)).body).toMatchObject({ status: 'COMPLETED', idempotencyKey: 'a' })
  })

  test('FAIL refuses whoever has it, FAIL_ON_RUNNING only one that is RUNNING or PAUSED', async () => {
    const { text: id } = await start('b', 'FAIL')
    expect(await start('b', 'FAIL')).toMatchObject(conflict(id, 'b'))
    expect(await start('b', 'FAIL_ON_RUNNING')).toMatchObject(conflict(id, 'b'))
    await api('PUT', `/workflow/${id}/pause`)
    expect(await start('b', 'FAIL_ON_RUNNING')).toMatchObject(conflict(id, 'b'))
    await api('PUT', `/workflow/${id}/resume`)
    await finish(id)
    expect(await start('b', 'FAIL')).toMatchObject(conflict(id, 'b'))
    const next = await start('b', 'FAIL_ON_RUNNING')
    expect(next.status).toBe(200)
    expect(next.text).not.toBe(id)
  })

  test('counts per workflow name and namespace', async () => {
    const ids = [
      await start('c', 'FAIL'),
      await start('c', 'FAIL', { name: 'other' }),
      await start('c', 'FAIL', { call: theirs }),
    ]
    expect(ids.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(new Set(ids.map(({ text }) => text)).size).toBe(3)
  })

  test('comes in headers where the body is the input', async () => {
    const { text: id } = await withKey('d')('POST', '/workflow/paid', { n: 1 })
    for (const path of ['/workflow/paid', '/workflow/start/paid/1'])
      expect((await withKey('d', 'RETURN_EXISTING')('POST', path, {})).text).toBe(id)
    expect(await withKey('d', 'FAIL')('POST', '/workflow/start/paid/1', {})).toMatchObject(conflict(id, 'd'))
    expect((await withKey('d', 'SOMETIMES')('POST', '/workflow/paid', {})).status).toBe(400)
    expect((await start('d', 'SOMETIMES')).status).toBe(400)
  })
})
