import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NamespaceId } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { searchTasks, searchWorkflowsByTasks } from './search-tasks'
import { searchWorkflows } from './search-workflows'
import { insertExecution, insertNamespace } from './testing/insert-execution'

let db: TestDatabase
let mine: NamespaceId
let theirs: NamespaceId
const everything = { start: 0, size: 100, sort: '', freeText: '*', query: '' }

beforeAll(async () => {
  db = await createTestDatabase()
  mine = await insertNamespace(db, 'mine')
  theirs = await insertNamespace(db, 'theirs')
  await insertExecution(db, mine, { name: 'a flow', createTime: 100, correlationId: "it's", input: { city: 'Bern' } })
  await insertExecution(db, mine, { name: 'b', createTime: 200, endTime: 300, status: 'FAILED' })
  await insertExecution(db, mine, {
    name: 'b_c%d',
    createTime: 300,
    status: 'COMPLETED',
    tasks: [{ ref: 'one', status: 'COMPLETED', output: { x: 1 } }],
  })
  await insertExecution(db, theirs, { name: 'secret', createTime: 400, input: { city: 'Bern' } })
})
afterAll(() => db.drop())

async function names(change: Partial<typeof everything>): Promise<readonly string[]> {
  const { totalHits, results } = await searchWorkflows(tenantOf(db, mine), { ...everything, ...change })
  expect(totalHits).toBe(results.length)
  return results.map(({ workflow }) => workflow.workflowName)
}

test('newest first, and only the own namespace', async () => {
  expect(await names({})).toEqual(['b_c%d', 'b', 'a flow'])
})

describe('query', () => {
  test.each([
    ["workflowType = 'b'", ['b']],
    ['workflowType IN (b, a flow)', ['b', 'a flow']],
    ["workflowType = 'b*'", ['b_c%d', 'b']],
    ['workflowType STARTS_WITH "b_c%"', ['b_c%d']],
    ['workflowType = "b_%"', []],
    ['status != FAILED', ['b_c%d', 'a flow']],
    ['startTime > 100 AND startTime <= 300', ['b_c%d', 'b']],
    ['startTime BETWEEN 100 AND 200', ['b', 'a flow']],
    ['startTime < "1970-01-01T00:00:00.150Z"', ['a flow']],
    ['status = FAILED OR correlationId IS NOT NULL', ['b', 'a flow']],
    ['correlationId = "it\'s"', ['a flow']],
    ['workflowId = nonsense', []],
    ['nobodyKnows = 1', ['b_c%d', 'b', 'a flow']],
    ['classifier = workflow', ['b_c%d', 'b', 'a flow']],
    ["input = '*Bern*'", ['a flow']],
  ])('%s', async (query, expected) => {
    expect(await names({ query })).toEqual(expected)
  })
})

describe('what must stay inert', () => {
  test.each([
    `workflowType = "x' or '1'='1"`,
    `workflowType = "secret"`,
    `workflowType IN ("'); drop table executions; --")`,
    'namespace_id = 2',
    'e.namespace_id IN (1,2)',
    'constructor = 1 AND workflowType = secret',
  ])('%s', async (query) => {
    const found = await names({ query })
    expect(found).not.toContain('secret')
  })

  test('freeText finds texts of payloads, in the own namespace, with wildcards of SQL as plain characters', async () => {
    expect(await names({ freeText: 'bern' })).toEqual(['a flow'])
    expect(await names({ freeText: 'c%d' })).toEqual(['b_c%d'])
    expect(await names({ freeText: '_' })).toEqual(['b_c%d'])
    expect(await names({ freeText: "' or true --" })).toEqual([])
  })

  test('sort takes known fields only', async () => {
    expect(await names({ sort: 'startTime:ASC' })).toEqual(['a flow', 'b', 'b_c%d'])
    expect(await names({ sort: 'workflowType:DESC|startTime' })).toEqual(['b_c%d', 'b', 'a flow'])
    expect(await names({ sort: 'ASC' })).toEqual(['b_c%d', 'b', 'a flow'])
    expect(await names({ sort: 'e.name; drop table executions' })).toEqual(['b_c%d', 'b', 'a flow'])
  })

  test('numbers that are none are refused', async () => {
    await expect(names({ query: 'startTime > soon' })).rejects.toThrow('Incorrectly formatted query string')
    await expect(names({ query: 'version = 99999999999999999999' })).rejects.toThrow('Incorrectly formatted')
  })
})

test('pages, with the number of all matches', async () => {
  const page = await searchWorkflows(tenantOf(db, mine), { ...everything, start: 2, size: 2 })
  expect(page.totalHits).toBe(3)
  expect(page.results.map(({ workflow }) => workflow.workflowName)).toEqual(['a flow'])
})

test('tasks, and the executions that own them', async () => {
  const query = 'taskReferenceName = one AND workflowType = "b_c%d"'
  const tasks = await searchTasks(tenantOf(db, mine), { ...everything, query })
  expect(tasks.results.map(({ task }) => [task.referenceTaskName, task.outputData])).toEqual([['one', { x: 1 }]])
  const owners = await searchWorkflowsByTasks(tenantOf(db, mine), { ...everything, query })
  expect(owners.results.map(({ workflow }) => workflow.workflowName)).toEqual(['b_c%d'])
})
