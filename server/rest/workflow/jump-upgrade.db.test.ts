import { expect, it } from 'vitest'
import { openTestReplicas } from '@/server/operations/testing/open-test-replicas'
import type { TestApp } from '@/server/operations/testing/test-app'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from '@/server/rest/testing/rest-client'
import { reaches, simple } from '@/server/rest/testing/rest-server'

const { db, actor, apps } = await openTestReplicas()
const token = await createToken(db, actor, 'owner')
const clientAt = (app: TestApp) => restClient(createRest(app), { 'x-authorization': token })
const call = clientAt(apps[0])
/** Another replica, which has to load what the first one wrote. */
const elsewhere = clientAt(apps[1])

const start = async (name: string) => (await call('POST', '/workflow', { name, input: { a: 1 } })).text
const rowsOf = async (id: string) =>
  (await elsewhere('GET', `/workflow/${id}`)).body.tasks.map(
    (task: { referenceTaskName: string; status: string }) => `${task.referenceTaskName}:${task.status}`,
  )
async function work(client: RestClient, taskType: string, outputData: object = {}) {
  const [task] = (await client('GET', `/tasks/poll/batch/${taskType}?timeout=3000`)).body
  await client('POST', '/tasks', {
    workflowInstanceId: task.workflowInstanceId,
    taskId: task.taskId,
    status: 'COMPLETED',
    outputData,
  })
  return task
}

it('jumps forwards and back', async () => {
  await call('POST', '/metadata/workflow', { name: 'jumped', tasks: [simple('j1'), simple('j2'), simple('j3')] })
  const id = await start('jumped')
  expect((await call('POST', `/workflow/${id}/jump/j3`, { given: 1 })).status).toBe(200)
  expect(await rowsOf(id)).toEqual(['j2:SKIPPED', 'j1:SKIPPED', 'j3:SCHEDULED'])
  expect((await elsewhere('POST', `/workflow/${id}/jump/nobody`, {})).status).toBe(404)
  expect((await call('POST', '/workflow/00000000-0000-4000-8000-000000000000/jump/j1', {})).status).toBe(404)
  expect((await work(elsewhere, 'j3')).inputData).toEqual({ given: 1 })
  await reaches(call, id, 'COMPLETED')
  expect((await call('POST', `/workflow/${id}/jump/j1`, {})).status).toBe(409)
})

it('goes on with a newer version: what came before is skipped with the output given, what ran stays', async () => {
  const uses = { inputParameters: { made: '${added.output.y}', b: '${workflow.input.b}' } }
  const one = { name: 'upgraded', version: 1, tasks: [simple('gone'), simple('kept'), simple('last')] }
  const two = { ...one, version: 2, tasks: [simple('added'), simple('kept'), simple('between'), simple('last', uses)] }
  await call('POST', '/metadata/workflow', one)
  const id = await start('upgraded')
  await call('POST', '/metadata/workflow', two)
  const upgrade = (more: object = {}) =>
    call('POST', `/workflow/${id}/upgrade`, {
      name: 'upgraded',
      version: 2,
      taskOutput: { added: { y: 7 } },
      workflowInput: { b: 2 },
      ...more,
    })
  expect(await upgrade()).toMatchObject({ status: 409, body: { message: expect.stringContaining('gone is open') } })
  await work(call, 'gone', { x: 5 })
  expect((await upgrade({ version: 9 })).status).toBe(404)
  expect((await upgrade()).status).toBe(200)
  expect(await rowsOf(id)).toEqual(['added:SKIPPED', 'gone:COMPLETED', 'kept:SCHEDULED'])
  await work(elsewhere, 'kept')
  await work(call, 'between')
  expect((await work(elsewhere, 'last')).inputData).toEqual({ made: 7, b: 2 })
  const end = await reaches(call, id, 'COMPLETED')
  expect(end).toMatchObject({ workflowVersion: 2, input: { a: 1, b: 2 } })
  expect((await upgrade()).status).toBe(409)
})

it('does not become another workflow', async () => {
  await call('POST', '/metadata/workflow', { name: 'other', tasks: [simple('o1')] })
  await call('POST', '/metadata/workflow', { name: 'one', tasks: [simple('o2')] })
  const id = await start('one')
  expect((await call('POST', `/workflow/${id}/upgrade`, { name: 'other' })).status).toBe(400)
})
