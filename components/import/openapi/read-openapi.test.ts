import { describe, expect, test } from 'vitest'
import { workflowOfTasks } from '@/components/import/workflow-of-tasks'
import { workflowTaskSchema } from '@/server/model/workflow-def'
import { readOpenApi } from './read-openapi'

const V3 = `
openapi: 3.1.0
info: { title: Pets }
servers:
  - url: https://{region}.pets.example/v1/
    variables: { region: { default: eu } }
security: [{ token: [] }]
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
    key: { type: apiKey, in: header, name: X-Key }
  parameters:
    limit: { name: limit, in: query, schema: { type: integer, default: 20 } }
  schemas:
    Named: { type: object, required: [name], properties: { id: { type: string, readOnly: true }, name: { type: string } } }
    Pet:
      allOf:
        - $ref: '#/components/schemas/Named'
        - { type: object, required: [kind], properties: { kind: { type: string }, owner: { $ref: '#/components/schemas/Pet' } } }
paths:
  /pets/{petId}:
    parameters:
      - { name: petId, in: path, required: true, schema: { type: string } }
    get:
      operationId: getPetById
      summary: One pet
      parameters:
        - { name: verbose, in: query }
        - { name: X-Trace, in: header, required: true }
        - $ref: '#/components/parameters/limit'
    put:
      security: [{ key: [] }]
      requestBody: { content: { application/xml: {}, application/json: { schema: { $ref: '#/components/schemas/Pet' } } } }
  /pets:
    post:
      security: []
      servers: [{ url: /other }]
      deprecated: true
      requestBody: { content: { text/plain: { schema: { type: string } } } }
    trace: {}
`
const byName = async (text: string) => {
  const { tasks, notes } = await readOpenApi(text)
  for (const task of tasks) expect(workflowTaskSchema.safeParse(task).success).toBe(true)
  return { tasks: Object.fromEntries(tasks.map((task) => [task.name, task])), notes }
}
const requestOf = (task: { inputParameters?: unknown } | undefined) =>
  (task?.inputParameters as { http_request: Record<string, unknown> } | undefined)?.http_request

describe('OpenAPI 3', () => {
  test('path, query and header parameters come from the input; what may be left out is named', async () => {
    const { tasks } = await byName(V3)
    expect(tasks.get_pet_by_id).toMatchObject({
      type: 'HTTP',
      taskReferenceName: 'get_pet_by_id_ref',
      description: 'One pet Also takes: verbose.',
    })
    expect(requestOf(tasks.get_pet_by_id)).toEqual({
      method: 'GET',
      uri: 'https://eu.pets.example/v1/pets/${workflow.input.petId}?limit=20',
      headers: { Authorization: 'Bearer ${workflow.input.token}', 'X-Trace': '${workflow.input.X_Trace}' },
    })
  })

  test('the body has the required properties of all its parts, never what is read-only', async () => {
    const { tasks, notes } = await byName(V3)
    expect(requestOf(tasks.put_pets_pet_id)).toEqual({
      method: 'PUT',
      uri: 'https://eu.pets.example/v1/pets/${workflow.input.petId}',
      headers: { 'X-Key': '${workflow.input.key}' },
      contentType: 'application/json',
      body: { name: '${workflow.input.name}', kind: '${workflow.input.kind}' },
    })
    const told = notes.filter(({ where }) => where === 'PUT /pets/{petId}').map(({ message }) => message)
    expect(told.join('\n')).toMatch(/application\/xml, application\/json the task sends application\/json[\s\S]*owner/)
  })

  test('no security, a server of its own, a method that no task has', async () => {
    const { tasks, notes } = await byName(V3)
    expect(tasks.post_pets?.description).toBe('Deprecated.')
    expect(requestOf(tasks.post_pets)).toEqual({
      method: 'POST',
      uri: '${workflow.input.baseUrl}/other/pets',
      contentType: 'text/plain',
      body: '${workflow.input.body}',
    })
    expect(notes).toContainEqual({ where: 'TRACE /pets', message: expect.stringContaining('left out') })
  })

  test('the inputs of a workflow made of them are declared', async () => {
    const { tasks } = await readOpenApi(V3)
    expect(workflowOfTasks('pets', tasks).inputParameters).toEqual(
      expect.arrayContaining(['petId', 'token', 'X_Trace', 'key', 'name', 'kind', 'baseUrl', 'body']),
    )
  })
})

describe('Swagger 2', () => {
  const document = {
    swagger: '2.0',
    host: 'api.example',
    basePath: '/v2',
    schemes: ['http', 'https'],
    securityDefinitions: { basic: { type: 'basic' }, q: { type: 'apiKey', in: 'query', name: 'api key' } },
    paths: {
      '/form': {
        post: {
          consumes: ['application/x-www-form-urlencoded'],
          parameters: [{ name: 'a', in: 'formData' }],
          security: [{ basic: [] }],
        },
      },
      '/body': { post: { parameters: [{ name: 'it', in: 'body', schema: { type: 'array' } }], security: [{ q: [] }] } },
    },
  }

  test('forms, bodies and its ways of security', async () => {
    const { tasks } = await byName(JSON.stringify(document))
    expect(requestOf(tasks.post_form)).toEqual({
      method: 'POST',
      uri: 'https://api.example/v2/form',
      headers: { Authorization: 'Basic ${workflow.input.basic}' },
      contentType: 'application/x-www-form-urlencoded',
      body: { a: '${workflow.input.a}' },
    })
    expect(requestOf(tasks.post_body)).toEqual({
      method: 'POST',
      uri: 'https://api.example/v2/body?api%20key=${workflow.input.q}',
      contentType: 'application/json',
      body: '${workflow.input.body}',
    })
  })
})

describe('what cannot be read is said', () => {
  test.each([
    ['{"openapi": "3.0.0", "paths": {', 'This cannot be read'],
    ['openapi: [', 'This cannot be read'],
    ['{"a": 1}', 'says "openapi" or "swagger"'],
    ['openapi: 3.0.0', 'no operations'],
  ])('%s', async (text, message) => {
    await expect(readOpenApi(text)).rejects.toThrow(message)
  })

  test('references that lead nowhere, and circles', async () => {
    const { tasks, notes } = await byName(`
openapi: 3.0.0
paths:
  /a:
    post:
      parameters: [{ $ref: 'other.yaml#/x' }, { $ref: '#/loop' }]
      requestBody: { content: { application/json: { schema: { $ref: '#/self' } } } }
loop: { $ref: '#/loop' }
self: { allOf: [{ $ref: '#/self' }], properties: { a: {} } }
`)
    expect(requestOf(tasks.post_a)).toMatchObject({ body: { a: '${workflow.input.a}' } })
    expect(notes.map(({ where }) => where)).toContain('other.yaml#/x')
  })
})
