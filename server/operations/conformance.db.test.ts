import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/server/model/json'
import { openTestApp } from './testing/open-test-app'
import { define } from './testing/test-app'

/** What only the real sandbox, the real clock and the real locks can show. */
const { db, actor, client } = await openTestApp({ PLAYGROUND_ENV_REGION: 'eu', PLAYGROUND_LIMIT_SCRIPT_WALL_MS: '500' })

const simple = (name: string, more: object = {}) => ({ name, taskReferenceName: name, type: 'SIMPLE', ...more })
const jq = (ref: string, queryExpression: string, input: JsonObject = {}) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'JSON_JQ_TRANSFORM',
  inputParameters: { ...input, queryExpression },
})

async function run(name: string, tasks: readonly object[], more: { input?: JsonObject; definition?: object } = {}) {
  await define(db, actor, { name, tasks, ...more.definition })
  return client.start({ name, input: more.input ?? {} })
}

async function transform(queryExpression: string, input: JsonObject) {
  return client.look(await run('jq', [jq('q', queryExpression, input)]))
}

describe('JSON_JQ_TRANSFORM', () => {
  it('case 195: over objects and lists, the first value and all of them', async () => {
    const { output } = await transform('.a + .b', { a: [1], b: [2, 3] })
    expect(output).toEqual({ result: [1, 2, 3], resultList: [[1, 2, 3]] })
  })

  it('case 196: an error fails the workflow with the words of jq', async () => {
    const { status, reason } = await transform('.a["array"]', { a: 'text' })
    expect(status).toBe('FAILED')
    expect(reason).toContain('Cannot index string with string "array"')
  })

  it('case 198: builds objects, not texts', async () => {
    const { output } = await transform('{name: .p.first, all: (.p + {n: .n})}', { p: { first: 'Ada' }, n: 3 })
    expect(output.result).toEqual({ name: 'Ada', all: { first: 'Ada', n: 3 } })
  })

  it('case 199: of several results the first counts, and all are listed', async () => {
    expect((await transform('.l[] | . * 2', { l: [1, 2, 3] })).output).toEqual({ result: 2, resultList: [2, 4, 6] })
  })

  it('case 200: the next task has it, all within the start', async () => {
    const id = await run('jq_chain', [jq('q', '.n + 1', { n: 1 }), jq('r', '.n + 1', { n: '${q.output.result}' })])
    expect(await client.look(id)).toMatchObject({ status: 'COMPLETED', output: { result: 3 } })
  })
})

it('case 303: a script that never ends fails its task for good, and nobody else’s', async () => {
  const script = (expression: string) => ({
    name: 's',
    taskReferenceName: 's',
    type: 'INLINE',
    inputParameters: { evaluatorType: 'javascript', expression },
  })
  const id = await run('endless', [script('for(;;);')])
  const next = await run('ending', [script('1 + 1')])
  expect(await client.reaches(next, 'COMPLETED')).toMatchObject({ output: { result: 2 } })
  expect((await client.reaches(id, 'FAILED')).tasks).toEqual(['s#0:FAILED_WITH_TERMINAL_ERROR'])
})

it('case 248: an environment value is in the stored input', async () => {
  await run('env', [simple('env', { inputParameters: { region: '${workflow.env.REGION}' } })])
  expect((await client.work('env')).task.inputData).toEqual({ region: 'eu' })
})

it('case 101: a join whose execution is locked elsewhere lets go on as soon as the lock is free', async () => {
  const fork = { name: 'f', taskReferenceName: 'f', type: 'FORK_JOIN', forkTasks: [[simple('la')], [simple('lb')]] }
  const join = { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['la', 'lb'] }
  const id = await run('locked', [fork, join, simple('lz')])
  await client.work('la')
  const polled = await client.poll('lb')
  const other = await db.pool.connect()
  await other.query('begin')
  await other.query('select 1 from executions where id = $1 for update', [id])
  const answered = client.answer(polled)
  await other.query('select pg_sleep(0.2)')
  await other.query('commit')
  other.release()
  await answered
  expect((await client.poll('lz')).task.workflowInstanceId).toBe(id)
})

it('case 167: many failures at once lose no task', async () => {
  const tasks = [simple('many_1'), simple('many_2', { retryCount: 0 })]
  await define(db, actor, { name: 'many', tasks, failureWorkflow: 'many_undo' })
  await define(db, actor, { name: 'many_undo', tasks: [simple('many_refund')] })
  const ids = await Promise.all(Array.from({ length: 50 }, () => client.start({ name: 'many' })))
  await Promise.all(ids.map(() => client.work('many_1')))
  await Promise.all(ids.map(() => client.work('many_2', { status: 'FAILED' })))
  const seen = await Promise.all(ids.map((id) => client.reaches(id, 'FAILED')))
  expect(new Set(seen.map(({ tasks: rows }) => rows.join()))).toEqual(new Set(['many_1#0:COMPLETED,many_2#0:FAILED']))
  await Promise.all(ids.map(() => client.work('many_refund')))
})
