import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RestServer, reaches, simple, startRestServer, system } from './testing/rest-server'

let server: RestServer
const call: RestServer['call'] = (...request) => server.call(...request)

beforeAll(async () => {
  server = await startRestServer()
})
afterAll(() => server.stop())

const define = (name: string, tasks: readonly object[], more: object = {}) =>
  call('POST', '/metadata/workflow?overwrite=true', { name, tasks, ...more })
const start = async (name: string, more: object = {}): Promise<string> =>
  (await call('POST', '/workflow', { name, input: {}, ...more })).text
const finish = (id: string, ref: string, output: object = {}) => call('POST', `/tasks/${id}/${ref}/COMPLETED`, output)
const js = (ref: string, expression: string, more: object = {}) =>
  system('INLINE', ref, { evaluatorType: 'javascript', expression, ...more })

describe('definitions', () => {
  test.each([
    ['case 15: without a schemaVersion', {}],
    ['case 16: with it', { schemaVersion: 2 }],
  ])('%s it reads back as 2', async (_sentence, more) => {
    await define('schema', [simple('a')], more)
    expect((await call('GET', '/metadata/workflow/schema')).body.schemaVersion).toBe(2)
  })

  test('case 395: another schemaVersion, and no tasks, are refused', async () => {
    expect((await define('old', [simple('a')], { schemaVersion: 1 })).status).toBe(400)
    expect((await define('new', [simple('a')], { schemaVersion: 3 })).status).toBe(400)
    const { status, text } = await define('none', [])
    expect([status, text.includes('WorkflowTask list cannot be empty')]).toEqual([400, true])
  })

  test.each([
    ['a reference name twice', [simple('a'), simple('a')], 'should be unique'],
    ['a loop over nothing', [{ ...system('DO_WHILE', 'l'), loopCondition: 'true' }], 'loopOver'],
    ['SWITCH without evaluator', [{ ...system('SWITCH', 's'), decisionCases: { x: [simple('a')] } }], 'evaluatorType'],
    ['DO_WHILE without condition', [{ ...system('DO_WHILE', 'l'), loopOver: [simple('a')] }], 'loopCondition'],
    ['DYNAMIC without its parameter', [system('DYNAMIC', 'd')], 'dynamicTaskNameParam'],
    ['FORK_JOIN without branches', [system('FORK_JOIN', 'f'), system('JOIN', 'j')], 'fork'],
    ['HTTP without request', [system('HTTP', 'h')], 'http_request'],
    ['SUB_WORKFLOW without its parameters', [system('SUB_WORKFLOW', 's')], 'subWorkflowParam'],
    ['JSON_JQ_TRANSFORM without query', [system('JSON_JQ_TRANSFORM', 'q')], 'queryExpression'],
    [
      'TERMINATE that is optional',
      [{ ...system('TERMINATE', 't', { terminationStatus: 'FAILED' }), optional: true }],
      'optional',
    ],
  ])('case 393: %s is refused by its name', async (_mistake, tasks, word) => {
    const { status, body } = await define('wrong', tasks)
    expect(status).toBe(400)
    expect(body.validationErrors.map(({ message }: { message: string }) => message).join()).toContain(word)
    expect((await call('GET', '/metadata/workflow/wrong')).status).toBe(404)
  })

  test('case 351: a version that exists is a conflict unless it is to be replaced; what is deleted is gone', async () => {
    const definition = { name: 'crud', version: 2, tasks: [simple('a')] }
    expect((await call('POST', '/metadata/workflow', definition)).status).toBe(200)
    expect((await call('POST', '/metadata/workflow', definition)).status).toBe(409)
    const changed = { ...definition, description: 'changed' }
    expect((await call('POST', '/metadata/workflow?overwrite=true', changed)).status).toBe(200)
    expect((await call('GET', '/metadata/workflow/crud?version=2')).body.description).toBe('changed')
    expect((await call('DELETE', '/metadata/workflow/crud/2')).status).toBe(200)
    expect((await call('GET', '/metadata/workflow/crud')).status).toBe(404)
  })

  test('case 350: a task definition is created, read, changed and deleted', async () => {
    expect((await call('POST', '/metadata/taskdefs', [{ name: 'td', retryCount: 1 }])).status).toBe(200)
    expect((await call('GET', '/metadata/taskdefs/td')).body).toMatchObject({ retryCount: 1, retryDelaySeconds: 60 })
    expect((await call('PUT', '/metadata/taskdefs', { name: 'td', retryCount: 9 })).status).toBe(200)
    expect((await call('GET', '/metadata/taskdefs/td')).body.retryCount).toBe(9)
    expect((await call('DELETE', '/metadata/taskdefs/td')).status).toBe(200)
    expect((await call('GET', '/metadata/taskdefs/td')).status).toBe(404)
    // Official workers register a new definition with PUT alone.
    expect((await call('PUT', '/metadata/taskdefs', { name: 'fresh' })).status).toBe(200)
  })
})

describe('starting', () => {
  test('case 396: a priority of 100, no input and an unknown name are refused', async () => {
    await define('plain', [simple('plain')])
    const attempt = async (request: object) => (await call('POST', '/workflow', request)).status
    expect(await attempt({ name: 'plain', input: {}, priority: 100 })).toBe(400)
    expect(await attempt({ name: 'plain', input: null })).toBe(400)
    expect(await attempt({ name: 'unknown', input: {} })).toBe(404)
    expect(await attempt({ name: 'plain', input: {}, priority: 99 })).toBe(200)
  })

  test('case 262: a child without a version is the latest of when its parent started', async () => {
    await define('pinned_child', [js('c', '1')], { version: 1 })
    const child = { ...system('SUB_WORKFLOW', 's'), subWorkflowParam: { name: 'pinned_child' } }
    await define('pinned', [simple('pinned'), child])
    const id = await start('pinned')
    await define('pinned_child', [js('c', '2')], { version: 2 })
    await finish(id, 'pinned')
    expect((await reaches(call, id, 'COMPLETED')).output.result).toBe(1)
    const later = await start('pinned')
    await finish(later, 'pinned')
    expect((await reaches(call, later, 'COMPLETED')).output.result).toBe(2)
  })

  test('case 100: a workflow that begins with an impossible fork has an id and has failed', async () => {
    const params = { dynamicForkTasksParam: 'tasks', dynamicForkTasksInputParamName: 'inputs' }
    const fork = { ...system('FORK_JOIN_DYNAMIC', 'd', { tasks: 'no list', inputs: {} }), ...params }
    await define('impossible', [fork, system('JOIN', 'j')])
    const { status, text } = await call('POST', '/workflow', { name: 'impossible', input: {} })
    expect(status).toBe(200)
    expect((await call('GET', `/workflow/${text}`)).body.status).toBe('FAILED')
  })

  test('an execution that waits for a place says so, and under which key', async () => {
    const rateLimitConfig = { rateLimitKey: '${workflow.input.who}', concurrentExecLimit: 1 }
    await define('few', [simple('few')], { rateLimitConfig })
    const [first, second] = [await start('few', { input: { who: 'x' } }), await start('few', { input: { who: 'x' } })]
    const read = async (id: string) => (await call('GET', `/workflow/${id}`)).body
    expect(await read(first)).toMatchObject({ rateLimited: false, rateLimitKey: 'x' })
    expect(await read(second)).toMatchObject({ status: 'RUNNING', rateLimited: true, rateLimitKey: 'x', tasks: [] })
    await finish(first, 'few')
    await expect.poll(async () => (await read(second)).rateLimited, { timeout: 10_000 }).toBe(false)
  })
})

describe('execute', () => {
  const execute = (name: string, query: string) =>
    call('POST', `/workflow/execute/${name}/1?${query}`, { input: { n: 1 } })

  test('cases 343 and 348: answers with the end of a workflow that needs nobody, variables included', async () => {
    await define('sync_child', [js('c', '7')])
    await define('sync', [
      system('SET_VARIABLE', 'v', { x: '${workflow.input.n}' }),
      system('JSON_JQ_TRANSFORM', 'q', { n: '${workflow.input.n}', queryExpression: '.n + 1' }),
      { ...system('SUB_WORKFLOW', 's'), subWorkflowParam: { name: 'sync_child', version: 1 } },
    ])
    const { status, body } = await execute('sync', 'waitForSeconds=10')
    expect(status).toBe(200)
    expect(body).toMatchObject({ status: 'COMPLETED', variables: { x: 1 }, output: { result: 7 } })
    expect(body.tasks.map((task: { status: string }) => task.status)).toEqual(Array(3).fill('COMPLETED'))
  })

  test('cases 344 and 345: answers when an awaited task has ended, or with RUNNING when the time is up', async () => {
    await define('partly', [js('first', '1'), simple('nobody_polls')])
    const began = Date.now()
    const awaited = await execute('partly', 'waitForSeconds=10&waitUntilTaskRef=first')
    expect(awaited.body).toMatchObject({ status: 'RUNNING', tasks: [{ status: 'COMPLETED' }, { status: 'SCHEDULED' }] })
    expect(Date.now() - began).toBeLessThan(5_000)
    const waited = Date.now()
    expect((await execute('partly', 'waitForSeconds=1')).body.status).toBe('RUNNING')
    expect(Date.now() - waited).toBeGreaterThanOrEqual(1_000)
  })

  test('case 346: answers with the failure of a workflow that fails', async () => {
    await define('failing', [js('bad', 'nope()')])
    expect((await execute('failing', 'waitForSeconds=10')).body).toMatchObject({ status: 'FAILED' })
  })

  test('case 347: a timed WAIT on the way does not answer before it is over', async () => {
    await define('waiting', [js('a', '1'), system('WAIT', 'wait', { duration: '1s' }), simple('after_wait')])
    const began = Date.now()
    const worker = (async () => {
      for (;;) {
        const { status, body } = await call('GET', '/tasks/poll/batch/after_wait?timeout=2000')
        if (status === 200 && body[0]) return finish(body[0].workflowInstanceId, 'after_wait')
      }
    })()
    const { body } = await execute('waiting', 'waitForSeconds=10&waitUntilTaskRef=after_wait')
    await worker
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000)
    expect(body.tasks).toHaveLength(3)
  })
})

describe('commands', () => {
  test('cases 390 and 391: what an end allows', async () => {
    await define('ended', [simple('ended', { retryCount: 0 })])
    const [completed, failed, running] = [await start('ended'), await start('ended'), await start('ended')]
    await finish(completed, 'ended')
    await call('POST', `/tasks/${failed}/ended/FAILED`, {})
    const statuses = async (method: string, path: (id: string) => string, ids: readonly string[]) => {
      const answers = []
      for (const id of ids) answers.push((await call(method, path(id))).status)
      return answers
    }
    const all = [completed, failed, running]
    // As in the reference a version counts only among those started in a range.
    expect((await call('GET', '/workflow/running/ended?version=9')).body).toEqual([running])
    expect((await call('GET', '/workflow/running/ended?version=9&startTime=1&endTime=9999999999999')).body).toEqual([])
    expect(await statuses('PUT', (id) => `/workflow/${id}/resume`, all)).toEqual([409, 409, 409])
    expect(await statuses('PUT', (id) => `/workflow/${id}/pause`, [...all, running])).toEqual([409, 409, 200, 200])
    expect(await statuses('DELETE', (id) => `/workflow/${id}`, [...all, running])).toEqual([409, 200, 200, 200])
    expect((await call('GET', `/workflow/${failed}`)).body.status).toBe('TERMINATED')
    expect(await statuses('POST', (id) => `/workflow/${id}/retry`, [completed])).toEqual([409])
  })

  test('case 197: a rerun from a failed jq row with an input that suits it completes the same row within the call', async () => {
    await define('jq_again', [system('JSON_JQ_TRANSFORM', 'q', { queryExpression: '.a["array"]', a: 'text' })])
    const id = await start('jq_again')
    const [failed] = (await reaches(call, id, 'FAILED')).tasks
    const taskInput = { queryExpression: '.a["array"]', a: { array: [1] } }
    await call('POST', `/workflow/${id}/rerun`, { reRunFromTaskId: failed.taskId, taskInput })
    const { status, output, tasks } = (await call('GET', `/workflow/${id}`)).body
    expect([status, output.result, tasks.length, tasks[0].taskId]).toEqual(['COMPLETED', [1], 1, failed.taskId])
  })

  test('case 397: more than a thousand ids are refused; errors and successes are told apart by id', async () => {
    const many = Array.from({ length: 1001 }, (_, at) => `id-${at}`)
    expect((await call('POST', '/workflow/bulk/retry', many)).status).toBe(400)
    await define('bulk', [simple('bulk', { retryCount: 0 })])
    const [failed, running] = [await start('bulk'), await start('bulk')]
    await call('POST', `/tasks/${failed}/bulk/FAILED`, {})
    const { body } = await call('POST', '/workflow/bulk/retry', [failed, running])
    expect(body.bulkSuccessfulResults).toEqual([failed])
    expect(body.bulkErrorResults).toEqual({ [running]: 'Workflow is still running.  status=RUNNING' })
  })

  test('several at once are terminated with their failure workflow, and restarted with the latest definition', async () => {
    await define('undo', [simple('undo')])
    await define('undone', [simple('first')], { failureWorkflow: 'undo' })
    const ids = [await start('undone'), await start('undone')]
    const ended = await call('POST', '/workflow/bulk/terminate?reason=r&triggerFailureWorkflow=true', ids)
    expect(ended.body).toEqual({ bulkErrorResults: {}, bulkSuccessfulResults: ids })
    for (const id of ids) {
      const { status, reasonForIncompletion, output } = (await call('GET', `/workflow/${id}`)).body
      expect([status, reasonForIncompletion]).toEqual(['TERMINATED', 'r'])
      const undoing = (await call('GET', `/workflow/${output['conductor.failure_workflow']}`)).body
      expect(undoing).toMatchObject({ workflowName: 'undo', input: { workflowId: id, reason: 'r' } })
    }
    await define('undone', [simple('newer')], { version: 2 })
    expect((await call('POST', '/workflow/bulk/restart?useLatestDefinitions=true', ids)).body.bulkErrorResults).toEqual(
      {},
    )
    for (const id of ids)
      expect((await call('GET', `/workflow/${id}`)).body).toMatchObject({
        status: 'RUNNING',
        workflowVersion: 2,
        tasks: [{ referenceTaskName: 'newer', status: 'SCHEDULED' }],
      })
  })

  test('a restart has the task definitions that it began with, or the latest ones, which must be there', async () => {
    const tune = (responseTimeoutSeconds: number) =>
      call('POST', '/metadata/taskdefs', [{ name: 'tuned', retryCount: 0, responseTimeoutSeconds }])
    await tune(11)
    await define('tuned', [simple('tuned')])
    const id = await start('tuned')
    await tune(22)
    const again = async (query: string) => {
      await call('POST', `/tasks/${id}/tuned/FAILED`, {})
      const { status } = await call('POST', `/workflow/${id}/restart${query}`)
      const { tasks } = (await call('GET', `/workflow/${id}`)).body
      return [status, tasks[0].responseTimeoutSeconds]
    }
    expect(await again('')).toEqual([204, 11])
    expect(await again('?useLatestDefinitions=true')).toEqual([204, 22])
    await call('DELETE', '/metadata/workflow/tuned/1')
    expect(await again('?useLatestDefinitions=true')).toEqual([404, 22])
    expect(await again('')).toEqual([204, 22])
  })

  test('a running child that is removed ends first, so that its parent hears of it', async () => {
    await define('removed_child', [simple('removed')])
    const sub = { ...system('SUB_WORKFLOW', 's'), subWorkflowParam: { name: 'removed_child' } }
    await define('bereft', [sub])
    const id = await start('bereft')
    const child = (await call('GET', `/workflow/${id}`)).body.tasks[0].subWorkflowId
    await reaches(call, child, 'RUNNING')
    expect((await call('DELETE', `/workflow/${child}/remove`)).status).toBe(200)
    expect((await call('GET', `/workflow/${child}`)).status).toBe(404)
    const { tasks } = await reaches(call, id, 'TERMINATED')
    expect(tasks[0]).toMatchObject({ status: 'CANCELED', subWorkflowId: child })
  })

  test('case 349: search by type, status and correlation id, in either quotes, paged and sorted', async () => {
    await define('sought', [js('a', '1')])
    const ids = [await start('sought', { correlationId: 'one' }), await start('sought', { correlationId: 'two' })]
    const search = async (query: string, more = '') =>
      (await call('GET', `/workflow/search?query=${encodeURIComponent(query)}${more}`)).body
    expect((await search(`workflowType = 'sought' AND status = "COMPLETED"`)).totalHits).toBe(2)
    expect((await search(`workflowId IN ('${ids[0]}',"${ids[1]}")`)).totalHits).toBe(2)
    expect((await search('correlationId = two AND status IN (COMPLETED)')).results[0].workflowId).toBe(ids[1])
    const oldest = await search('workflowType = sought', '&size=1&sort=startTime:ASC')
    expect([oldest.totalHits, oldest.results.length, oldest.results[0].workflowId]).toEqual([2, 1, ids[0]])
    const next = await search('workflowType = sought', '&start=1&size=1&sort=startTime:ASC')
    expect(next.results[0].workflowId).toBe(ids[1])
  })
})
