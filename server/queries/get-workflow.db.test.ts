import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { NamespaceId } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { getTask } from './get-task'
import { getWorkflow, getWorkflows } from './get-workflow'
import { listWorkflowTasks } from './list-workflow-tasks'
import { insertExecution, insertNamespace } from './testing/insert-execution'

let db: TestDatabase
let mine: NamespaceId
let theirs: NamespaceId
let id: string

beforeAll(async () => {
  db = await createTestDatabase()
  mine = await insertNamespace(db, 'mine')
  theirs = await insertNamespace(db, 'theirs')
  id = await insertExecution(db, mine, {
    input: { a: null, b: [1] },
    tasks: [
      { ref: 'one', status: 'COMPLETED', output: { x: 1 } },
      { ref: 'turn__2', status: 'SCHEDULED' },
    ],
  })
})
afterAll(() => db.drop())

test('an execution with its payloads, its tasks in order and their place in the definition', async () => {
  const { workflow, tasks } = await getWorkflow(tenantOf(db, mine), id, true)
  expect(workflow).toMatchObject({ workflowId: id, input: { a: null, b: [1] }, output: {}, variables: { v: 1 } })
  expect(tasks.map((task) => [task.seq, task.referenceTaskName, task.outputData])).toEqual([
    [1, 'one', { x: 1 }],
    [2, 'turn__2', {}],
  ])
  expect(tasks[1]?.workflowTask.taskReferenceName).toBe('turn')
  expect((await getWorkflow(tenantOf(db, mine), id, false)).tasks).toEqual([])
})

test("another namespace's ids answer as unknown ones do", async () => {
  const stranger = tenantOf(db, theirs)
  const [task] = (await getWorkflow(tenantOf(db, mine), id, true)).tasks
  await expect(getWorkflow(stranger, id, true)).rejects.toThrow(`No such workflow found by id: ${id}`)
  await expect(getWorkflow(stranger, 'x', true)).rejects.toThrow('No such workflow found by id: x')
  const unknown = randomUUID()
  await expect(getWorkflow(stranger, unknown, true)).rejects.toThrow(`No such workflow found by id: ${unknown}`)
  await expect(getTask(stranger, task?.taskId ?? '')).rejects.toThrow(`Task not found for taskId: ${task?.taskId}`)
  await expect(listWorkflowTasks(stranger, id, { start: 0, count: 1, statuses: [] })).rejects.toThrow(
    'No such workflow',
  )
  expect(await getWorkflows(stranger, [id], true)).toEqual([])
})

test('tasks a page at a time', async () => {
  const tenant = tenantOf(db, mine)
  const second = await listWorkflowTasks(tenant, id, { start: 1, count: 5, statuses: [] })
  expect([second.totalHits, second.results.map(({ task }) => task.referenceTaskName)]).toEqual([2, ['turn__2']])
  const done = await listWorkflowTasks(tenant, id, { start: 0, count: 5, statuses: ['COMPLETED'] })
  expect([done.totalHits, done.results.map(({ task }) => task.referenceTaskName)]).toEqual([1, ['one']])
})
