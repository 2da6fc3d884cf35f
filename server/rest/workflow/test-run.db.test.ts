import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RestServer, simple, startRestServer } from '@/server/rest/testing/rest-server'

let server: RestServer
beforeAll(async () => {
  server = await startRestServer()
})
afterAll(() => server.stop())

it('a rehearsal is answered as a workflow, or as a run that was waited for; nothing is stored', async () => {
  const { call } = server
  const workflowDef = { name: 'rehearsed', tasks: [simple('one')], outputParameters: { x: '${one.output.x}' } }
  const request = {
    name: 'rehearsed',
    workflowDef,
    input: { a: 1 },
    taskRefToMockOutput: { one: [{ status: 'COMPLETED', output: { x: 5 } }] },
    maxLoops: 10,
  }
  expect((await call('POST', '/workflow/test', request)).body).toMatchObject({ status: 'COMPLETED', output: { x: 5 } })
  const { status, body } = await call('POST', '/workflow/test/sync?requestId=r1', request)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    responseType: 'TARGET_WORKFLOW',
    requestId: 'r1',
    targetWorkflowStatus: 'COMPLETED',
    status: 'COMPLETED',
    output: { x: 5 },
    tasks: [{ referenceTaskName: 'one', status: 'COMPLETED' }],
  })
  expect((await call('GET', '/workflow/search')).body.totalHits).toBe(0)
})
