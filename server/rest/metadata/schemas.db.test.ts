import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RestServer, reaches, simple, startRestServer } from '@/server/rest/testing/rest-server'

let server: RestServer
beforeAll(async () => {
  server = await startRestServer()
})
afterAll(() => server.stop())

const person = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', pattern: '^[a-z]+$' }, age: { type: 'integer', minimum: 0 } },
  additionalProperties: false,
}
const call: RestServer['call'] = (...args) => server.call(...args)
const start = (name: string, input: object) => call('POST', '/workflow', { name, input })

it('keeps schemas with their versions', async () => {
  expect(
    (await call('POST', '/schema', [{ name: 'person', version: 1, type: 'JSON', data: { type: 'object' } }])).status,
  ).toBe(200)
  expect((await call('POST', '/schema?newVersion=true', { name: 'person', type: 'JSON', data: person })).status).toBe(
    200,
  )
  expect((await call('GET', '/schema/person')).body).toMatchObject({ name: 'person', version: 2, data: person })
  expect((await call('GET', '/schema/person/1')).body).toMatchObject({ version: 1, data: { type: 'object' } })
  expect((await call('GET', '/schema')).body).toHaveLength(2)
  expect((await call('GET', '/schema?short=true')).body[0].data).toBeUndefined()
  expect((await call('GET', '/schema/nobody')).status).toBe(404)
  expect((await call('DELETE', '/schema/person/9')).status).toBe(404)
  const wrong = await call('POST', '/schema', { name: 'wrong', data: { type: 'nonsense' } })
  expect(wrong).toMatchObject({ status: 400, body: { message: expect.stringContaining('Not a JSON Schema') } })
  expect((await call('POST', '/schema', { name: '', data: {} })).status).toBe(400)
})

it('a start whose input does not match is refused; enforceSchema says whether', async () => {
  const definition = { name: 'greeted', tasks: [simple('greeted')], inputSchema: { name: 'person', version: 2 } }
  await call('POST', '/metadata/workflow', definition)
  const refused = await start('greeted', { name: 'Ada', age: -1 })
  expect(refused).toMatchObject({
    status: 400,
    body: {
      message:
        'The input of the workflow greeted is refused. It does not match the schema person.2: name must match pattern "^[a-z]+$"',
    },
  })
  expect((await start('greeted', { age: 1 })).body.message).toContain("must have required property 'name'")
  expect((await start('greeted', { name: 'ada' })).status).toBe(200)
  await call('PUT', '/metadata/workflow', [{ ...definition, enforceSchema: false }])
  expect((await start('greeted', { name: 'Ada' })).status).toBe(200)
  const inline = { ...definition, name: 'inline', inputSchema: { name: 'own', data: person } }
  expect((await call('POST', '/workflow', { name: 'inline', workflowDef: inline, input: { x: 1 } })).status).toBe(400)
  expect(
    (await call('POST', '/workflow', { name: 'inline', workflowDef: inline, input: { name: 'ada' } })).status,
  ).toBe(200)
})

it('a sub-workflow whose input does not match fails before it begins, and its task with it', async () => {
  await call('POST', '/metadata/workflow', {
    name: 'greeted_child',
    tasks: [simple('greeted_child')],
    inputSchema: { name: 'person', version: 2 },
  })
  const task = {
    name: 's',
    taskReferenceName: 's',
    type: 'SUB_WORKFLOW',
    inputParameters: { name: '${workflow.input.name}' },
    subWorkflowParam: { name: 'greeted_child', version: 1 },
  }
  await call('POST', '/metadata/workflow', { name: 'greets', tasks: [task] })
  const bad = await reaches(call, (await start('greets', { name: 'Ada' })).text, 'FAILED')
  const refusal = 'The input of the workflow greeted_child is refused. It does not match the schema person.2'
  expect(bad.tasks).toMatchObject([{ status: 'FAILED', reasonForIncompletion: expect.stringContaining(refusal) }])
  const child = (await call('GET', `/workflow/${bad.tasks[0].subWorkflowId}?includeTasks=true`)).body
  expect(child).toMatchObject({ status: 'FAILED', reasonForIncompletion: expect.stringContaining(refusal), tasks: [] })

  const good = (await start('greets', { name: 'ada' })).text
  const [polled] = (await call('GET', '/tasks/poll/batch/greeted_child?timeout=5000')).body
  const result = { workflowInstanceId: polled.workflowInstanceId, taskId: polled.taskId, status: 'COMPLETED' }
  expect((await call('POST', '/tasks', result)).status).toBe(200)
  await reaches(call, good, 'COMPLETED')
})

it('a task whose input or output does not match fails for good', async () => {
  const schemas = { inputSchema: { name: 'person' }, outputSchema: { name: 'person', version: 2 }, enforceSchema: true }
  await call('POST', '/metadata/taskdefs', [{ name: 'checked', retryCount: 3, ...schemas }])
  await call('POST', '/metadata/workflow', {
    name: 'checks',
    tasks: [simple('checked', { inputParameters: { name: '${workflow.input.name}' } })],
  })
  const bad = (await start('checks', { name: 'Not Small' })).text
  expect((await call('GET', '/tasks/poll/checked')).status).toBe(204)
  const failed = await reaches(call, bad, 'FAILED')
  expect(failed.tasks).toMatchObject([
    {
      status: 'FAILED_WITH_TERMINAL_ERROR',
      reasonForIncompletion: expect.stringContaining('The input of the task is refused'),
    },
  ])
  const good = (await start('checks', { name: 'small' })).text
  const [task] = (await call('GET', '/tasks/poll/batch/checked?timeout=2000')).body
  const result = { workflowInstanceId: good, taskId: task.taskId, status: 'COMPLETED', outputData: { name: 1 } }
  expect((await call('POST', '/tasks', result)).status).toBe(200)
  expect((await reaches(call, good, 'FAILED')).tasks[0]).toMatchObject({
    status: 'FAILED_WITH_TERMINAL_ERROR',
    outputData: { name: 1 },
    reasonForIncompletion: expect.stringContaining('name must be string'),
  })
})

it('a schema that would never end is stopped', async () => {
  const data = { type: 'object', properties: { a: { type: 'string', pattern: '^(a+)+$' } } }
  await call('POST', '/schema', { name: 'slow', data })
  await call('POST', '/metadata/workflow', { name: 'slow', tasks: [simple('s')], inputSchema: { name: 'slow' } })
  const { status, body } = await start('slow', { a: `${'a'.repeat(40)}!` })
  expect(status).toBe(400)
  expect(body.message).toContain('the schema cannot be used')
  expect((await call('GET', '/schema/slow')).status).toBe(200)
}, 20_000)

it('a deleted schema is not held against anything', async () => {
  expect((await call('DELETE', '/schema/person')).status).toBe(200)
  expect((await call('GET', '/schema/person')).status).toBe(404)
  expect((await start('checks', { name: 'ANY' })).status).toBe(200)
})
