import { expect, test } from 'vitest'
import { ROUTES } from '@/server/rest/routes'
import { describeApi } from './openapi'

// biome-ignore lint/suspicious/noExplicitAny: a document of every shape
const api = describeApi(ROUTES) as any

test('every route is described once, under its own name', () => {
  const operations = Object.values<object>(api.paths).flatMap((path) => Object.values(path))
  expect(operations).toHaveLength(ROUTES.length)
  const names = operations.map(({ operationId }) => operationId)
  expect(new Set(names).size).toBe(names.length)
})

test('every reference leads somewhere', () => {
  const references = JSON.stringify(api).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)
  const names = [...new Set([...references].map(([, name]) => name))]
  expect(names).toContain('WorkflowTask')
  for (const name of names) expect(api.components.schemas).toHaveProperty(name as string)
})

test('parameters of the path, of the query and the body are there', () => {
  const { put } = api.paths['/api/metadata/workflow']
  expect(put.requestBody.content['application/json'].schema).toEqual({
    type: 'array',
    minItems: 1,
    items: { $ref: '#/components/schemas/WorkflowDef' },
  })
  const { get } = api.paths['/api/tasks/poll/batch/{taskType}']
  expect(get.parameters.map(({ name }: { name: string }) => name)).toEqual([
    'taskType',
    'workerid',
    'domain',
    'count',
    'timeout',
  ])
  expect(api.paths['/api/token'].post.security).toEqual([])
})
