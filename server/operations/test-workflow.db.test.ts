import { beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '@/server/model/json'
import { workflowTestRequestSchema } from '@/server/model/requests'
import { testWorkflow } from './test-workflow'
import { openTestApp } from './testing/open-test-app'
import { define } from './testing/test-app'

const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })

const { db, app, actor } = await openTestApp()

beforeAll(async () => {
  await define(db, actor, { name: 'child', tasks: [simple('inner')] })
})

async function run(tasks: readonly object[], request: JsonObject = {}) {
  const body = { name: 'tested', input: {}, workflowDef: { name: 'tested', tasks }, ...request }
  const tested = await testWorkflow(app, actor, workflowTestRequestSchema.parse(body))
  const rows = tested.tasks.map((task) => `${task.referenceTaskName}#${task.retryCount}:${task.status}`)
  const { status, output, reasonForIncompletion: reason } = tested.workflow
  return { status, output, reason, rows }
}

describe('a test run', () => {
  test('case 245: the mocks of a task are its attempts, delays between them take no time', async () => {
    const mocks = [{ status: 'FAILED' }, { status: 'COMPLETED', output: { x: 1 } }]
    const add = {
      name: 'add',
      taskReferenceName: 'add',
      type: 'INLINE',
      inputParameters: { evaluatorType: 'graaljs', expression: '$.x + 1', x: '${a.output.x}' },
    }
    expect(await run([simple('a'), add], { taskRefToMockOutput: { a: mocks } })).toEqual({
      reason: null,
      status: 'COMPLETED',
      output: { result: 2 },
      rows: ['a#0:FAILED', 'a#1:COMPLETED', 'add#0:COMPLETED'],
    })
  })

  test('case 246: a branch is chosen by a mock', async () => {
    const choose = {
      name: 'choose',
      taskReferenceName: 'choose',
      type: 'DECISION',
      caseValueParam: 'way',
      inputParameters: { way: '${a.output.way}' },
      decisionCases: { left: [simple('l')], right: [simple('r')] },
    }
    const mocks = { a: [{ output: { way: 'right' } }], r: [{ output: { done: true } }] }
    const tested = await run([simple('a'), choose], { taskRefToMockOutput: mocks })
    expect(tested).toMatchObject({ status: 'COMPLETED', output: { done: true } })
    expect(tested.rows.at(-1)).toBe('r#0:COMPLETED')
  })

  test('waits take no time, an HTTP call is never made, what has no mock stays open', async () => {
    const wait = { name: 'w', taskReferenceName: 'w', type: 'WAIT', inputParameters: { duration: '3 days' } }
    const call = {
      name: 'h',
      taskReferenceName: 'h',
      type: 'HTTP',
      inputParameters: { http_request: { uri: 'http://localhost:1', method: 'GET' } },
    }
    expect((await run([wait, call])).rows).toEqual(['w#0:COMPLETED', 'h#0:IN_PROGRESS'])
    const mocked = await run([wait, call], { taskRefToMockOutput: { h: [{ output: { response: {} } }] } })
    expect(mocked.status).toBe('COMPLETED')
  })

  test('turns of a loop take the mocks in order', async () => {
    const loop = {
      name: 'l',
      taskReferenceName: 'l',
      type: 'DO_WHILE',
      loopCondition: '$.a.more',
      loopOver: [simple('a')],
    }
    const mocks = { a: [{ output: { more: true } }, { output: { more: false } }] }
    const tested = await run([loop], { taskRefToMockOutput: mocks })
    expect(tested).toMatchObject({
      status: 'COMPLETED',
      rows: ['l#0:COMPLETED', 'a__1#0:COMPLETED', 'a__2#0:COMPLETED'],
    })
  })

  test('a child has mocks of its own, and may be replaced', async () => {
    const sub = { name: 's', taskReferenceName: 's', type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'child' } }
    const own = { s: { taskRefToMockOutput: { inner: [{ output: { in: 1 } }] } } }
    expect(await run([sub], { subWorkflowTestRequest: own })).toMatchObject({ status: 'COMPLETED', output: { in: 1 } })
    const replaced = {
      s: { workflowDef: { name: 'child', tasks: [{ name: 'n', taskReferenceName: 'n', type: 'NOOP' }] } },
    }
    expect((await run([sub], { subWorkflowTestRequest: replaced })).status).toBe('COMPLETED')
  })

  test('holds input and output against their schemas, also those of a child', async () => {
    const data = { type: 'object', required: ['n'], properties: { n: { type: 'number' } } }
    const schema = { name: 'numbered', version: 1, type: 'JSON', data } as const
    const strict = { name: 'tested', tasks: [simple('a')], inputSchema: schema, outputSchema: schema }
    const mocks = { a: [{ output: { n: 'one' } }] }
    await expect(run([], { workflowDef: strict, input: { n: '1' } })).rejects.toThrow(
      'The input of the workflow tested is refused.',
    )
    const ended = await run([], { workflowDef: strict, input: { n: 1 }, taskRefToMockOutput: mocks })
    expect(ended).toMatchObject({
      status: 'FAILED',
      reason: expect.stringMatching(/^The output of the workflow tested/),
    })
    const good = await run([], {
      workflowDef: strict,
      input: { n: 1 },
      taskRefToMockOutput: { a: [{ output: { n: 2 } }] },
    })
    expect(good).toMatchObject({ status: 'COMPLETED', output: { n: 2 } })

    const child = { name: 'picky', tasks: [simple('inner')], inputSchema: schema }
    await define(db, actor, child)
    const sub = { name: 's', taskReferenceName: 's', type: 'SUB_WORKFLOW', subWorkflowParam: { name: 'picky' } }
    const refused = await run([{ ...sub, inputParameters: { n: 'x' } }])
    expect(refused.reason).toContain('The input of the workflow picky is refused.')
    const own = { s: { taskRefToMockOutput: { inner: [{ output: { in: 1 } }] } } }
    const begun = await run([{ ...sub, inputParameters: { n: 1 } }], { subWorkflowTestRequest: own })
    expect(begun).toMatchObject({ status: 'COMPLETED', output: { in: 1 } })
  })

  test('leaves nothing behind', async () => {
    await run([simple('a')])
    const { rows } = await db.pool.query('select 1 from executions where namespace_id = $1', [actor.namespaceId])
    expect(rows).toEqual([])
  })
})
