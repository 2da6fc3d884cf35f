import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RestServer, simple, startRestServer } from '@/server/rest/testing/rest-server'

let server: RestServer
beforeAll(async () => {
  server = await startRestServer()
})
afterAll(() => server.stop())

it('lists versions in their order, and agents apart from other workflows', async () => {
  const { call } = server
  const plain = (version: number) => ({ name: 'plain', version, tasks: [simple('a')] })
  const agent = { name: 'clever', version: 1, tasks: [simple('a')], metadata: { agentDef: {} } }
  expect((await call('PUT', '/metadata/workflow', [plain(10), plain(2), agent])).status).toBe(200)
  const listed = async (path: string) =>
    (await call('GET', path)).body.map(({ name, version }: { name: string; version: number }) => `${name} ${version}`)
  expect(await listed('/metadata/workflow')).toEqual(['clever 1', 'plain 2', 'plain 10'])
  expect(await listed('/metadata/workflow?classifier=workflow')).toEqual(['plain 2', 'plain 10'])
  expect(await listed('/metadata/workflow/latest-versions?classifier=agent')).toEqual(['clever 1'])
})

it('a version that no number of the database can hold is refused, not a mistake of the server', async () => {
  const { call } = server
  const definition = { name: 'far', version: 3_000_000_000, tasks: [simple('a')] }
  expect((await call('POST', '/metadata/workflow', definition)).body.validationErrors).toMatchObject([
    { path: 'registerWorkflowDef.arg0.version', invalidValue: '3000000000' },
  ])
  expect((await call('GET', '/metadata/workflow/far?version=3000000000')).status).toBe(400)
})

it('a definition that is only given along is checked like one that is registered', async () => {
  const { call } = server
  const workflowDef = { name: 'x', tasks: [simple('a'), { ...simple('s'), type: 'SWITCH' }] }
  for (const path of ['/workflow', '/workflow/test', '/workflow/execute/x/1']) {
    const { status, body } = await call('POST', path, { name: 'x', workflowDef })
    expect([status, body.validationErrors?.[0]?.path]).toEqual([400, 'startWorkflow.arg0.workflowDef.tasks[1]'])
  }
})

it('what clients ask for and is not to be had is said plainly', async () => {
  const { call } = server
  const place = await call('GET', '/tasks/externalstoragelocation?path=x&operation=WRITE&payloadType=TASK_OUTPUT')
  expect([place.status, place.body.message]).toEqual([404, expect.stringContaining('limit bodyBytes')])
  const { body } = await call('GET', '/admin/config')
  expect(body).toMatchObject({ version: expect.any(String), bodyBytes: expect.any(Number) })
  const id = (await call('POST', '/workflow', { name: 'plain', version: 2 })).text
  const found = await call('POST', '/workflow/bulk/search', [id, 'nobody'])
  expect(found.body).toMatchObject({
    bulkSuccessfulResults: [{ workflowId: id, workflowName: 'plain' }],
    bulkErrorResults: { nobody: 'No such workflow found by id: nobody' },
  })
})
