import { expect, test } from 'vitest'
import { openTestRest } from '@/server/rest/testing/open-test-rest'
import { simple } from '@/server/rest/testing/rest-server'

const { actor, callAs } = await openTestRest({ PLAYGROUND_ENV_REGION: 'eu' })
const call = await callAs(actor, 'owner')

test('environment variables are the namespace’s own, over those of the operator', async () => {
  expect((await call('GET', '/environment/REGION')).text).toBe('eu')
  await call('PUT', '/environment/REGION', 'us')
  const inputParameters = { region: '${workflow.env.REGION}' }
  await call('POST', '/metadata/workflow', { name: 'region', tasks: [simple('region', { inputParameters })] })
  const { text: id } = await call('POST', '/workflow', { name: 'region', input: {} })
  expect((await call('GET', `/workflow/${id}`)).body.tasks[0].inputData).toEqual({ region: 'us' })
  expect((await call('GET', '/environment')).body).toContainEqual({ name: 'REGION', value: 'us', tags: [] })
  expect(await call('DELETE', '/environment/REGION')).toMatchObject({ type: 'text/plain', text: 'us' })
  expect((await call('GET', '/environment/REGION')).text).toBe('eu')
  expect((await call('GET', '/environment/NOBODY')).status).toBe(404)
  await call('PUT', '/environment/ZONE', 'z1')
  await call('PUT', '/environment/ZONE/tags', [{ key: 'a', value: 'b' }])
  expect((await call('GET', '/environment/ZONE/tags')).body).toEqual([{ key: 'a', value: 'b' }])
})
