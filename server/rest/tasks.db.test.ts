import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RestServer, simple, startRestServer, system } from './testing/rest-server'

let server: RestServer
const call: RestServer['call'] = (...request) => server.call(...request)

beforeAll(async () => {
  server = await startRestServer()
})
afterAll(() => server.stop())

async function run(name: string, tasks: readonly object[], request: object = {}): Promise<string> {
  const registered = await call('POST', '/metadata/workflow?overwrite=true', { name, tasks })
  expect([registered.status, registered.text]).toEqual([200, ''])
  return (await call('POST', '/workflow', { name, input: {}, ...request })).text
}
const poll = (type: string, more = '') => call('GET', `/tasks/poll/${type}?workerid=w${more}`)
const answer = (task: { taskId: string; workflowInstanceId: string }, result: object = {}) =>
  call('POST', '/tasks', {
    taskId: task.taskId,
    workflowInstanceId: task.workflowInstanceId,
    status: 'COMPLETED',
    ...result,
  })
const tasksOf = async (id: string) => (await call('GET', `/workflow/${id}`)).body.tasks
const sizeOf = async (type: string) => (await call('GET', `/tasks/queue/size?taskType=${type}`)).body

describe('polling', () => {
  test('who polled in vain is known at once', async () => {
    await poll('asked_for_in_vain')
    const polls = await call('GET', '/tasks/queue/polldata?taskType=asked_for_in_vain')
    expect(polls.body).toMatchObject([{ queueName: 'asked_for_in_vain', workerId: 'w' }])
    const all = await call('GET', '/tasks/queue/polldata/all')
    expect(all.body).toEqual(expect.arrayContaining(polls.body))
  })

  test('case 384: nothing to do is 204, for a batch an empty list', async () => {
    expect(await poll('nobody_works')).toMatchObject({ status: 204, text: '' })
    expect(await call('GET', '/tasks/poll/batch/nobody_works?count=3')).toMatchObject({ status: 200, body: [] })
  })

  test('case 385: a batch poll may not wait longer than five seconds', async () => {
    const { status, body } = await call('GET', '/tasks/poll/batch/nobody_works?timeout=6000')
    expect([status, body.message]).toEqual([400, 'Long Poll Timeout value cannot be more than 5 seconds'])
  })

  test('case 13: what somebody polled is handed to nobody else', async () => {
    await run('once', [simple('once')])
    expect((await poll('once')).status).toBe(200)
    expect((await poll('once')).status).toBe(204)
  })

  test('case 342: no call leaves anything behind for the next one', async () => {
    const [first, second] = [await run('apart', [simple('apart')]), await run('apart', [simple('apart')])]
    const polled = [(await poll('apart')).body, (await poll('apart')).body]
    await answer(polled[0], { outputData: { of: polled[0].workflowInstanceId } })
    await answer(polled[1], { outputData: {} })
    expect((await tasksOf(first))[0].outputData).toEqual({ of: first })
    expect((await tasksOf(second))[0].outputData).toEqual({})
  })

  test('case 398: the first listed domain with somebody who polls, else the last; NO_DOMAIN is none', async () => {
    const request = { taskToDomain: { work_d: 'a,b,NO_DOMAIN' } }
    expect((await tasksOf(await run('domains', [simple('work_d')], request)))[0].domain).toBeUndefined()
    await poll('work_d', '&domain=b')
    expect((await tasksOf(await run('domains', [simple('work_d')], request)))[0].domain).toBe('b')
    expect((await poll('work_d', '&domain=b')).status).toBe(200)
    expect((await poll('work_d')).status).toBe(200)
    expect((await poll('work_d')).status).toBe(204)
  })
})

describe('postponed tasks', () => {
  test('cases 25 and 27: out of reach with the queue as long as before, until resetcallbacks', async () => {
    const id = await run('later', [simple('later')])
    const first = (await poll('later')).body
    await answer(first, { status: 'IN_PROGRESS', callbackAfterSeconds: 3600 })
    expect(await sizeOf('later')).toBe(1)
    expect((await poll('later')).status).toBe(204)
    expect((await call('POST', `/workflow/${id}/resetcallbacks`)).status).toBe(204)
    const again = await poll('later')
    expect(again.body).toMatchObject({ pollCount: 2, callbackAfterSeconds: 0, startTime: first.startTime })
    await answer(again.body)
    expect((await call('POST', `/workflow/${id}/resetcallbacks`)).status).toBe(409)
    expect((await call('POST', '/workflow/nobody/resetcallbacks')).status).toBe(404)
  })

  test('case 281: a workflow that was terminated leaves nothing in the queue', async () => {
    const id = await run('gone', [simple('gone')])
    expect(await sizeOf('gone')).toBe(1)
    expect((await call('POST', '/tasks/queue/requeue/gone')).text).toBe('1')
    await call('DELETE', `/workflow/${id}`)
    expect(await sizeOf('gone')).toBe(0)
    expect((await poll('gone')).status).toBe(204)
  })
})

describe('results', () => {
  test('case 5: nulls in an output, nested ones too, stay where they are', async () => {
    const id = await run('nulls', [simple('nulls')])
    const outputData = { none: null, deep: { none: null, list: [null, { none: null }] } }
    await answer((await poll('nulls')).body, { outputData })
    expect((await tasksOf(id))[0].outputData).toEqual(outputData)
    expect((await call('GET', `/workflow/${id}`)).body.output).toEqual(outputData)
  })

  test('a long reason is cut on the wire; a final result replaces the callback', async () => {
    const id = await run('reasoned', [simple('reasoned', { retryCount: 0 })])
    const { body } = await poll('reasoned')
    await answer(body, { status: 'FAILED', reasonForIncompletion: 'r'.repeat(600), callbackAfterSeconds: 5 })
    expect((await tasksOf(id))[0]).toMatchObject({ reasonForIncompletion: 'r'.repeat(500), callbackAfterSeconds: 5 })
    expect((await call('GET', `/workflow/${id}`)).body.reasonForIncompletion).toContain('r'.repeat(600))
  })

  test('ten lines of a result are kept in the log of its task', async () => {
    await run('talks', [simple('talks')])
    const { body } = await poll('talks')
    expect((await call('GET', `/tasks/${body.taskId}/log`)).status).toBe(204)
    const logs = Array.from({ length: 12 }, (_, at) => ({ log: `line ${at}`, createdTime: at }))
    await answer(body, { logs })
    const lines = (await call('GET', `/tasks/${body.taskId}/log`)).body
    expect(lines.map(({ log }: { log: string }) => log)).toEqual(logs.slice(0, 10).map(({ log }) => log))
  })

  test('case 386: for a task that nobody knows', async () => {
    const workflowInstanceId = await run('unknown_task', [simple('unknown_task')])
    const { status, body } = await answer({ taskId: 'nobody', workflowInstanceId })
    expect([status, body.message]).toEqual([404, 'No such task found by id: nobody'])
    // The execution is looked for first.
    const lost = await answer({ taskId: 'nobody', workflowInstanceId: 'nothing' })
    expect([lost.status, lost.body.message]).toEqual([404, 'No such workflow found by id: nothing'])
  })

  test('case 387: for a task that has ended: accepted and ignored', async () => {
    const id = await run('late', [simple('late'), simple('late2')])
    const { body } = await poll('late')
    await answer(body, { outputData: { first: 1 } })
    const before = await tasksOf(id)
    expect(await answer(body, { status: 'FAILED', outputData: { second: 2 } })).toMatchObject({
      status: 200,
      text: body.taskId,
    })
    expect(await tasksOf(id)).toEqual(before)
  })

  test('case 389: by the name in the loop, the newest turn; where nothing is open the answer is empty', async () => {
    const loop = {
      ...system('DO_WHILE', 'lp'),
      loopCondition: '$.lp.iteration < 2',
      loopOver: [simple('turn')],
    }
    const id = await run('looped', [loop])
    for (const iteration of [1, 2]) {
      const { status, text } = await call('POST', `/tasks/${id}/turn/COMPLETED`, { iteration })
      expect(status).toBe(200)
      const row = (await call('GET', `/tasks/${text}`)).body
      expect(row).toMatchObject({ referenceTaskName: `turn__${iteration}`, outputData: { iteration } })
    }
    expect(await call('POST', `/tasks/${id}/turn/COMPLETED`, {})).toMatchObject({ status: 200, text: '' })
  })

  test('case 388: extendLease leaves the status, the queue and the output alone', async () => {
    const id = await run('long', [simple('long')])
    const { body } = await poll('long')
    await answer(body, { status: 'IN_PROGRESS', extendLease: true, outputData: { no: 1 } })
    expect((await tasksOf(id))[0]).toMatchObject({ status: 'IN_PROGRESS', outputData: {}, pollCount: 1 })
    expect(await sizeOf('long')).toBe(0)
  })
})

test('a blank in a name may come as %20 and, from Java, as +', async () => {
  const id = await run('two words', [simple('say hello')])
  expect((await call('GET', '/metadata/workflow/two+words')).body.name).toBe('two words')
  expect((await call('GET', '/metadata/workflow/two%20words')).body.name).toBe('two words')
  expect((await call('GET', '/metadata/workflow/two%2Bwords')).status).toBe(404)
  expect((await poll('say+hello')).body.workflowInstanceId).toBe(id)
  expect((await call('POST', `/tasks/${id}/say+hello/COMPLETED`, {})).status).toBe(200)
  expect((await call('GET', `/workflow/${id}/`)).body.status).toBe('COMPLETED')
})
