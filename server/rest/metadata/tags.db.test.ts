import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { type RestServer, simple, startRestServer, system } from '@/server/rest/testing/rest-server'

let server: RestServer
const call: RestServer['call'] = (...request) => server.call(...request)

beforeAll(async () => {
  server = await startRestServer()
  await call('POST', '/metadata/workflow', { name: 'tagged', version: 1, tasks: [simple('work')] })
  await call('POST', '/metadata/taskdefs', [{ name: 'work' }])
})
afterAll(() => server.stop())

const red = { key: 'team', value: 'red', type: 'METADATA' }
const blue = { key: 'team', value: 'blue' }

it.each(['/metadata/workflow/tagged/tags', '/metadata/task/work/tags', '/metadata/tags/workflow/tagged'])(
  '%s: one or several are added once, replaced, and taken off',
  async (path) => {
    await call('PUT', path, [])
    await call('POST', path, red)
    await call('POST', path, [red, blue])
    expect((await call('GET', path)).body).toEqual([red, blue])
    expect((await call('DELETE', path, red)).status).toBe(200)
    expect((await call('DELETE', path, red)).status).toBe(404)
    await call('PUT', path, [red])
    expect((await call('GET', path)).body).toEqual([red])
  },
)

test('every tag in use is listed once; definitions that do not exist have none', async () => {
  expect((await call('GET', '/metadata/tags')).body).toEqual([red])
  expect((await call('GET', '/metadata/workflow/nowhere/tags')).body).toEqual([])
  expect((await call('PUT', '/metadata/workflow/nowhere/tags', [red])).status).toBe(404)
})

test('a workflow executed by its name answers its output', async () => {
  const tasks = [system('SET_VARIABLE', 's', { v: 1 })]
  await call('POST', '/metadata/workflow', {
    name: 'echo',
    version: 1,
    tasks,
    outputParameters: { said: '${workflow.input.say}' },
  })
  expect((await call('POST', '/workflow/execute/echo', { say: 'hi' })).body).toEqual({ said: 'hi' })
  expect((await call('GET', '/workflow/execute/echo?say=ho&version=1')).body).toEqual({ said: 'ho' })
  expect((await call('POST', '/workflow/execute/nowhere', {})).status).toBe(404)
})

test('what operators of Conductor look into', async () => {
  const { text: id } = await call('POST', '/workflow', { name: 'tagged', input: {} })
  const waiting = await call('GET', '/admin/task/work?count=10')
  expect(waiting.body).toMatchObject([{ workflowInstanceId: id, status: 'SCHEDULED', taskType: 'work' }])
  expect((await call('POST', `/admin/sweep/requeue/${id}`)).text).toBe(`true.${id}`)
  expect((await call('POST', `/admin/consistency/verifyAndRepair/${id}`)).text).toBe('false')
  expect((await call('GET', '/limits')).body).toEqual({})
  const query = encodeURIComponent("taskType='work'")
  const found = await call('GET', `/workflow/search-by-tasks-v2?query=${query}`)
  expect(found.body).toMatchObject({ totalHits: 1, results: [{ workflowId: id, tasks: [{ taskType: 'work' }] }] })
})
