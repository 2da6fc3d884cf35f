import { beforeAll, expect, test } from 'vitest'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { define, defineTask } from '@/server/operations/testing/test-app'
import { saveSchemas } from './save-schemas'

/** `outputSchema` of a workflow. */

const data = { type: 'object', required: ['total'], properties: { total: { type: 'number' } } }

const { db, app, actor, client } = await openTestApp()

beforeAll(async () => {
  await saveSchemas(app, actor, { schemas: [{ name: 'bill', version: 1, type: 'JSON', data }], newVersion: false })
})

const sum = { name: 'sum', taskReferenceName: 'sum', type: 'SIMPLE' }
const outputParameters = { total: '${sum.output.total}' }
const outputSchema = { name: 'bill' }

test('an output that fits ends the workflow, one that does not fails it, and its failure workflow hears of it', async () => {
  const sorry = { name: 'sorry', taskReferenceName: 'sorry', type: 'NOOP' }
  await define(db, actor, { name: 'apology', tasks: [sorry] })
  const billing = { name: 'billing', tasks: [sum], outputParameters, outputSchema, failureWorkflow: 'apology' }
  await define(db, actor, billing)
  const [good, bad] = [await client.start({ name: 'billing' }), await client.start({ name: 'billing' })]
  await client.work('sum', { outputData: { total: 12 } })
  await client.work('sum', { outputData: { total: 'twelve' } })
  expect(await client.reaches(good, 'COMPLETED')).toMatchObject({ output: { total: 12 } })
  const failed = await client.reaches(bad, 'FAILED')
  expect(failed).toMatchObject({
    reason: expect.stringContaining('The output of the workflow billing is refused. It does not match the schema bill'),
    output: { total: 'twelve', 'conductor.failure_workflow': expect.any(String) },
    tasks: ['sum#0:COMPLETED'],
  })
})

test('nobody is asked where it is not enforced', async () => {
  await define(db, actor, { name: 'lax', tasks: [sum], outputParameters, outputSchema, enforceSchema: false })
  const id = await client.start({ name: 'lax' })
  await client.work('sum', { outputData: { total: 'twelve' } })
  expect((await client.look(id)).status).toBe('COMPLETED')
})

test('a child whose output is refused fails the row that waits for it', async () => {
  await define(db, actor, { name: 'strict', tasks: [sum], outputParameters, outputSchema })
  const child = { name: 's', taskReferenceName: 's', type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'strict' } }
  await define(db, actor, { name: 'over_strict', tasks: [child] })
  const id = await client.start({ name: 'over_strict' })
  await client.work('sum')
  expect((await client.reaches(id, 'FAILED')).reason).toContain('The output of the workflow strict is refused.')
})

test('a TERMINATE that completes the workflow completes it with what fits', async () => {
  const terminate = {
    name: 'end',
    taskReferenceName: 'end',
    type: 'TERMINATE',
    inputParameters: { terminationStatus: 'COMPLETED', workflowOutput: { total: '${workflow.input.total}' } },
  }
  const forkTasks = [[sum], [terminate]]
  const fork = { name: 'f', taskReferenceName: 'f', type: 'FORK_JOIN', forkTasks }
  const join = { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['sum', 'end'] }
  await define(db, actor, { name: 'early', tasks: [fork, join], outputSchema })
  const good = await client.start({ name: 'early', input: { total: 1 } })
  const bad = await client.start({ name: 'early', input: { total: null } })
  expect(await client.reaches(good, 'COMPLETED')).toMatchObject({ output: { total: 1 } })
  const rows = ['f#0:COMPLETED', 'sum#0:CANCELED', 'end#0:COMPLETED', 'j#0:CANCELED']
  expect(await client.reaches(bad, 'FAILED')).toMatchObject({ tasks: rows })
})

test('a call of this server is held against the schemas of its task’s definition', async () => {
  const needs = (field: string) => ({ name: field, data: { type: 'object', required: [field] } })
  const enforced = { retryCount: 3, retryDelaySeconds: 0, enforceSchema: true }
  const sized = { name: 'sized', data: { type: 'object', properties: { size: { type: 'number' } } } }
  await defineTask(db, actor, { name: 'asked', ...enforced, inputSchema: sized, outputSchema: needs('result') })
  await defineTask(db, actor, { name: 'odd', ...enforced, outputSchema: needs('oddity') })
  const query = (name: string, inputParameters: object) => ({
    name: `query_${name}`,
    tasks: [{ name, taskReferenceName: name, type: 'QUERY_PROCESSOR', inputParameters }],
  })
  await define(db, actor, query('asked', { queryType: 'CONDUCTOR_API', size: '${workflow.input.size}' }))
  await define(db, actor, query('odd', { queryType: 'CONDUCTOR_API' }))
  await client.reaches(await client.start({ name: 'query_asked', input: { size: 1 } }), 'COMPLETED')
  const unsized = await client.reaches(await client.start({ name: 'query_asked', input: { size: 'x' } }), 'FAILED')
  expect(unsized).toMatchObject({
    reason: expect.stringContaining('The input of the task is refused.'),
    tasks: ['asked#0:FAILED_WITH_TERMINAL_ERROR'],
  })
  const failed = await client.reaches(await client.start({ name: 'query_odd' }), 'FAILED')
  expect(failed).toMatchObject({
    reason: expect.stringContaining('The output of the task is refused.'),
    tasks: ['odd#0:FAILED_WITH_TERMINAL_ERROR'],
  })
})
