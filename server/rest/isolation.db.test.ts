import { expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { openTestRest } from './testing/open-test-rest'

/** Two namespaces with the same names in them; `isolation-by-route` asks every route, this asks for what needs a story. */
const { db, actor, callAs } = await openTestRest()
const mine = await callAs(actor, 'owner')
const theirs = await callAs(await createTestActor(db), 'owner')

const definition = { name: 'flow', tasks: [{ name: 'work', taskReferenceName: 'work', type: 'SIMPLE' }] }
await mine('POST', '/metadata/workflow', definition)
const started = await mine('POST', '/workflow', { name: 'flow', correlationId: 'c', input: { secret: 'canary' } })
const id = started.text
const taskId: string = (await mine('GET', `/workflow/${id}`)).body.tasks[0].taskId

test('its tasks can be read, answered and logged to by nobody else', async () => {
  const result = { taskId, workflowInstanceId: id, status: 'COMPLETED', outputData: { by: 'them' } }
  expect((await theirs('GET', `/tasks/${taskId}`)).status).toBe(404)
  expect((await theirs('POST', '/tasks', result)).status).toBe(404)
  expect((await theirs('POST', `/tasks/${taskId}/log`, 'hello')).status).toBe(200)
  expect((await mine('GET', `/tasks/${taskId}/log`)).status).toBe(204)
  expect((await mine('GET', `/tasks/${taskId}`)).body).toMatchObject({ status: 'SCHEDULED', outputData: {} })
})

test('polls, queues and poll data know the own namespace only', async () => {
  expect((await theirs('GET', '/tasks/poll/work?workerid=spy')).status).toBe(204)
  expect((await theirs('GET', '/tasks/poll/batch/work?count=9&timeout=50')).body).toEqual([])
  expect((await theirs('GET', '/tasks/queue/all')).body).toEqual({})
  expect((await theirs('GET', '/tasks/queue/sizes?taskType=work')).body).toEqual({ work: 0 })
  expect((await mine('GET', '/tasks/queue/all')).body).toEqual({ work: 1 })
  expect((await mine('GET', '/tasks/queue/polldata?taskType=work')).body).toEqual([])
})

test('searches, lists and correlation ids find nothing of it', async () => {
  for (const query of [`workflowId='${id}'`, "workflowType='flow'", "correlationId='c' OR 1=1", 'status IN (RUNNING)'])
    expect((await theirs('GET', `/workflow/search?query=${encodeURIComponent(query)}`)).body.totalHits ?? 0).toBe(0)
  expect((await theirs('GET', '/workflow/search?freeText=canary')).body.totalHits).toBe(0)
  expect((await theirs('GET', '/tasks/search?freeText=*')).body.totalHits).toBe(0)
  expect((await theirs('GET', '/workflow/flow/correlated/c?includeClosed=true')).body).toEqual([])
  expect((await theirs('GET', '/workflow/running/flow')).body).toEqual([])
  expect((await mine('GET', '/workflow/search?freeText=canary')).body.totalHits).toBe(1)
})

test('bulk calls report it as unknown and leave it alone', async () => {
  const { body } = await theirs('POST', '/workflow/bulk/terminate', [id])
  expect(body).toEqual({ bulkErrorResults: { [id]: `No such workflow found by id: ${id}` }, bulkSuccessfulResults: [] })
  expect((await mine('GET', `/workflow/${id}/status`)).body.status).toBe('RUNNING')
})

test('definitions of the same name stay apart, and so do sub-workflows', async () => {
  expect((await theirs('GET', '/metadata/workflow/flow')).status).toBe(404)
  expect((await theirs('POST', '/workflow', { name: 'flow' })).status).toBe(404)
  expect((await theirs('DELETE', '/metadata/workflow/flow/1')).status).toBe(404)
  const caller = {
    name: 'caller',
    tasks: [
      { name: 's', taskReferenceName: 's', type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'flow', version: 1 } },
    ],
  }
  expect((await theirs('POST', '/metadata/workflow', caller)).status).toBe(200)
  const { text } = await theirs('POST', '/workflow', { name: 'caller' })
  const started = await theirs('GET', `/workflow/${text}`)
  expect(JSON.stringify(started.body)).not.toContain('canary')
  expect((await mine('GET', '/workflow/running/flow')).body).toEqual([id])
  expect((await mine('GET', '/metadata/workflow')).body).toHaveLength(1)
})

test('a namespace named in a header, the body or the path is ignored', async () => {
  const { status } = await theirs('POST', '/workflow', { name: 'flow', namespaceId: 1, namespace: 'test' })
  expect(status).toBe(404)
})
