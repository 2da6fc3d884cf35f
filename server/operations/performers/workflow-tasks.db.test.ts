import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RestServer, reaches, simple, startRestServer, system } from '@/server/rest/testing/rest-server'
import { performStartWorkflow } from './start-workflow'

/** Tasks that act on other executions, over the API. */
let server: RestServer
const call: RestServer['call'] = (...request) => server.call(...request)

beforeAll(async () => {
  server = await startRestServer()
  for (const version of [1, 2]) await define('other', [simple(`other_${version}`)], { version })
})
afterAll(() => server.stop())

async function define(name: string, tasks: readonly object[], more: object = {}) {
  const answer = await call('POST', '/metadata/workflow', { name, version: 1, tasks, ...more })
  expect(answer.text).toBe('')
}

let count = 0
async function run(task: object, status: string, request: object = {}) {
  count += 1
  const name = `wt_${count}`
  await define(name, [task])
  const { text: id } = await call('POST', '/workflow', { name, input: {}, ...request })
  return reaches(call, id, status)
}

const start = (startWorkflow: object) => system('START_WORKFLOW', 't', { startWorkflow })
const get = async (id: string) => (await call('GET', `/workflow/${id}?includeTasks=true`)).body

describe('START_WORKFLOW', () => {
  it('cases 190, 194: starts an independent execution with the starter’s correlation id', async () => {
    const starter = await run(start({ name: 'other', version: 1, input: { a: 1 } }), 'COMPLETED', {
      correlationId: 'c',
    })
    const started = await get(starter.output.workflowId)
    expect(started).toMatchObject({ status: 'RUNNING', workflowVersion: 1, input: { a: 1 }, correlationId: 'c' })
    expect(started).not.toHaveProperty('parentWorkflowId')
    expect(starter.tasks[0]).toMatchObject({ status: 'COMPLETED', outputData: { workflowId: started.workflowId } })
  })

  it('case 191: without a version, the latest', async () => {
    const starter = await run(start({ name: 'other', correlationId: 'own' }), 'COMPLETED', { correlationId: 'c' })
    expect(await get(starter.output.workflowId)).toMatchObject({ workflowVersion: 2, correlationId: 'own' })
  })

  it('case 192: with a definition of its own', async () => {
    const workflowDef = { name: 'given', version: 1, tasks: [system('SET_VARIABLE', 's', { v: 1 })] }
    const starter = await run(start({ name: 'given', workflowDef }), 'COMPLETED')
    expect(await reaches(call, starter.output.workflowId, 'COMPLETED')).toMatchObject({ variables: { v: 1 } })
  })

  it('case 193: what is no request fails the task with what is wrong', async () => {
    const nameless = await run(start({ version: 1 }), 'FAILED')
    expect(nameless.tasks[0]).toMatchObject({
      status: 'FAILED',
      reasonForIncompletion: expect.stringContaining("'name' -> Workflow name cannot be null or empty"),
    })
    const missing = await run(system('START_WORKFLOW', 't'), 'FAILED')
    expect(missing.tasks[0].reasonForIncompletion).toBe("Missing 'startWorkflow' in input data.")
    const unknown = await run(start({ name: 'nowhere' }), 'FAILED')
    expect(unknown.tasks[0].reasonForIncompletion).toBe('No such workflow defined. name=nowhere, version=null')
  })

  it('asked twice it starts one; run again it starts another', async () => {
    const starter = await run(start({ name: 'other', version: 1 }), 'COMPLETED')
    const { taskId, inputData: input } = starter.tasks[0]
    const { rows } = await server.app.db.pool.query('select namespace_id from tasks where id = $1', [taskId])
    const none = { secretNames: null, secretValues: [] }
    const asked = { namespaceId: rows[0].namespace_id, taskId, taskType: 'START_WORKFLOW', input, ...none }
    const { workflowId } = starter
    expect(await performStartWorkflow(server.app, { ...asked, workflowId })).toMatchObject({ output: starter.output })
    await call('POST', `/workflow/${starter.workflowId}/rerun`, { reRunFromTaskId: taskId })
    const again = await reaches(call, starter.workflowId, 'COMPLETED')
    expect(again.tasks[0].taskId).toBe(taskId)
    expect(again.output.workflowId).not.toBe(starter.output.workflowId)
  })

  it('a workflow that starts itself stops at the limit', async () => {
    await define('bomb', [start({ name: 'bomb' })])
    let { text: id } = await call('POST', '/workflow', { name: 'bomb', input: {} })
    for (let depth = 0; depth < server.app.limits.subWorkflowDepth; depth++) {
      id = (await reaches(call, id, 'COMPLETED')).output.workflowId
    }
    const last = await reaches(call, id, 'FAILED')
    expect(last.reasonForIncompletion).toContain('(subWorkflowDepth)')
  })
})

describe('TERMINATE_WORKFLOW', () => {
  it('ends others, one or several', async () => {
    const { text: one } = await call('POST', '/workflow', { name: 'other', input: {} })
    const { text: two } = await call('POST', '/workflow', { name: 'other', input: {} })
    const ids = system('TERMINATE_WORKFLOW', 't', { workflowId: [one, two], terminationReason: 'enough' })
    expect((await run(ids, 'COMPLETED')).output).toEqual({ terminatedWorkflows: [one, two] })
    expect(await get(one)).toMatchObject({ status: 'TERMINATED', reasonForIncompletion: 'enough' })
  })

  it('fails for those that cannot be ended, and ends the others', async () => {
    const { text: one } = await call('POST', '/workflow', { name: 'other', input: {} })
    const unknown = '00000000-0000-4000-8000-000000000000'
    const ended = await run(system('TERMINATE_WORKFLOW', 't', { workflowId: [unknown, one] }), 'FAILED')
    expect(ended.tasks[0].reasonForIncompletion).toContain(`No such workflow found by id: ${unknown}`)
    expect(ended.tasks[0].outputData).toEqual({ terminatedWorkflows: [one] })
    expect(
      (await run(system('TERMINATE_WORKFLOW', 't', { workflowId: '${workflow.input.none}' }), 'FAILED'))
        .reasonForIncompletion,
    ).toContain('needs workflowId')
  })
})

it('GET_WORKFLOW answers an execution as the API does', async () => {
  const { text: id } = await call('POST', '/workflow', { name: 'other', input: { a: 1 } })
  const plain = await run(system('GET_WORKFLOW', 't', { id }), 'COMPLETED')
  expect(plain.output).toMatchObject({ workflowId: id, status: 'RUNNING', input: { a: 1 }, tasks: [] })
  const full = await run(system('GET_WORKFLOW', 't', { id, includeTasks: true }), 'COMPLETED')
  expect(full.output.tasks).toMatchObject([{ referenceTaskName: 'other_2', status: 'SCHEDULED' }])
  expect((await run(system('GET_WORKFLOW', 't', { id: 'nobody' }), 'FAILED')).reasonForIncompletion).toContain(
    'No such workflow found by id: nobody',
  )
})

describe('UPDATE_TASK', () => {
  beforeAll(() => define('waiting', [system('WAIT', 'w')]))

  const waiting = async () => (await call('POST', '/workflow', { name: 'waiting', input: {} })).text

  it('answers for a task by its name in another execution', async () => {
    const workflowId = await waiting()
    const update = { workflowId, taskRefName: 'w', taskStatus: 'COMPLETED', taskOutput: { ok: true } }
    const { output } = await run(system('UPDATE_TASK', 't', update), 'COMPLETED')
    const updated = await reaches(call, workflowId, 'COMPLETED')
    expect(updated.output).toEqual({ ok: true })
    expect(output).toEqual({ updatedTaskId: updated.tasks[0].taskId })
    // What has ended that way already is nothing to fail for; another end is.
    await run(system('UPDATE_TASK', 't', update), 'COMPLETED')
    const late = await run(system('UPDATE_TASK', 't', { ...update, taskStatus: 'FAILED' }), 'FAILED')
    expect(late.reasonForIncompletion).toContain('its status is COMPLETED, not FAILED')
  })

  it('answers for a task by its id, merging where it is told to', async () => {
    const workflowId = await waiting()
    const { taskId } = (await get(workflowId)).tasks[0]
    const one = { taskId, taskStatus: 'IN_PROGRESS', taskOutput: { a: 1 } }
    await run(system('UPDATE_TASK', 't', one), 'COMPLETED')
    const two = { taskId, taskStatus: 'COMPLETED', taskOutput: { b: 2 }, mergeOutput: true }
    await run(system('UPDATE_TASK', 't', two), 'COMPLETED')
    expect((await reaches(call, workflowId, 'COMPLETED')).output).toEqual({ a: 1, b: 2 })
  })

  it('says what it lacks', async () => {
    expect(
      (await run(system('UPDATE_TASK', 't', { taskId: '${workflow.input.none}', taskStatus: 'COMPLETED' }), 'FAILED'))
        .reasonForIncompletion,
    ).toContain('UPDATE_TASK needs taskId, or workflowId and taskRefName.')
    const wrong = await run(
      system('UPDATE_TASK', 't', { taskId: 'x', taskStatus: '${workflow.workflowType}' }),
      'FAILED',
    )
    expect(wrong.reasonForIncompletion).toContain('found "wt_')
  })
})

it('YIELD is open until it is signalled', async () => {
  await define('yielding', [system('YIELD', 'y')])
  const { text: id } = await call('POST', '/workflow', { name: 'yielding', input: {} })
  expect((await get(id)).tasks[0]).toMatchObject({ taskType: 'YIELD', status: 'IN_PROGRESS' })
  expect((await call('POST', `/tasks/${id}/COMPLETED/signal`, { said: 'go' })).status).toBe(200)
  expect((await reaches(call, id, 'COMPLETED')).output).toEqual({ said: 'go' })
})
