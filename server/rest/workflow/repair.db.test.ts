import { describe, expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { openTestRest } from '@/server/rest/testing/open-test-rest'

const { db, actor, client, callAs } = await openTestRest()
const api = await callAs(actor, 'owner')
const theirs = await callAs(await createTestActor(db), 'owner')

const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE', retryCount: 0 })
const sub = (ref: string, name: string) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'SUB_WORKFLOW',
  subWorkflowParam: { name },
})
const UNKNOWN = '00000000-0000-4000-8000-000000000000'

await api('POST', '/metadata/workflow', { name: 'line', tasks: [simple('a'), simple('b'), simple('c')] })
await api('POST', '/metadata/workflow', { name: 'child', tasks: [simple('x'), simple('y')] })
await api('POST', '/metadata/workflow', { name: 'parent', tasks: [sub('s', 'child')] })

const start = async (name: string, input = {}) => (await api('POST', '/workflow', { name, input })).text
const look = async (id: string) => (await api('GET', `/workflow/${id}`)).body
const answer = (id: string, ref: string, status = 'COMPLETED') => api('POST', `/tasks/${id}/${ref}/${status}`, {})
const rows = async (id: string): Promise<string[]> =>
  (await look(id)).tasks.map((task: Record<string, string>) => `${task.referenceTaskName}:${task.status}`)

describe('rerun', () => {
  test('cases 45 and 305: from a task, with its input', async () => {
    const id = await start('line')
    for (const ref of ['a', 'b', 'c']) await answer(id, ref)
    const { taskId } = (await look(id)).tasks[1]
    const rerun = await api('POST', `/workflow/${id}/rerun`, { reRunFromTaskId: taskId, taskInput: { v: 1 } })
    expect(rerun).toMatchObject({ status: 200, type: 'text/plain', text: id })
    expect(await rows(id)).toEqual(['a:COMPLETED', 'b:SCHEDULED'])
    expect((await look(id)).tasks[1]).toMatchObject({ taskId, inputData: { v: 1 } })
    for (const ref of ['b', 'c']) await answer(id, ref)
    expect((await look(id)).status).toBe('COMPLETED')
  })

  test('case 46: whole, without a body', async () => {
    const id = await start('line', { i: 1 })
    for (const ref of ['a', 'b', 'c']) await answer(id, ref)
    expect((await api('POST', `/workflow/${id}/rerun`)).text).toBe(id)
    expect(await rows(id)).toEqual(['a:SCHEDULED'])
    expect((await look(id)).input).toEqual({ i: 1 })
  })

  test('case 225: a child’s task, addressed through the parent', async () => {
    const id = await start('parent')
    const child = (await look(id)).tasks[0].subWorkflowId
    // The parent is answered once the child exists; the child's first decision follows.
    await expect.poll(() => rows(child)).toEqual(['x:SCHEDULED'])
    await answer(child, 'x')
    await answer(child, 'y', 'FAILED')
    await client.reaches(id, 'FAILED')
    const { taskId } = (await look(child)).tasks[1]
    const given = { reRunFromTaskId: taskId, taskInput: { v: 1 } }
    expect((await api('POST', `/workflow/${id}/rerun`, { ...given, workflowInput: {} })).status).toBe(400)
    expect((await api('POST', `/workflow/${id}/rerun`, given)).text).toBe(id)
    expect(await rows(child)).toEqual(['x:COMPLETED', 'y:SCHEDULED'])
    await client.reaches(id, 'RUNNING')
    await answer(child, 'y')
    expect((await client.reaches(id, 'COMPLETED')).tasks).toEqual(['s#0:COMPLETED'])
  })

  test('cases 320 and 321: of a running execution, from a task of another one or of nobody it is refused', async () => {
    const id = await start('line')
    const [first] = (await look(id)).tasks
    const running = await api('POST', `/workflow/${id}/rerun`, { reRunFromTaskId: first.taskId })
    await api('DELETE', `/workflow/${id}`)
    const elsewhere = (await look(await start('line'))).tasks[0].taskId
    for (const taskId of [UNKNOWN, 'nobody', elsewhere]) {
      const refused = await api('POST', `/workflow/${id}/rerun`, { reRunFromTaskId: taskId })
      expect(refused).toMatchObject({ status: 400, body: { message: `Task ${taskId} not found` } })
    }
    const foreign = await theirs('POST', `/workflow/${id}/rerun`, { reRunFromTaskId: first.taskId })
    expect([running.status, foreign.status]).toEqual([409, 404])
  })
})

describe('what a parent’s row says of its child that runs again', () => {
  test('a line in its log for a retry, a restart and a rerun of the child', async () => {
    const id = await start('parent')
    const [row] = (await look(id)).tasks
    const child = row.subWorkflowId
    for (const again of ['retry', 'restart', 'rerun']) {
      await expect.poll(() => rows(child).then((found) => found.at(-1))).toBe('x:SCHEDULED')
      await answer(child, 'x', 'FAILED')
      await client.reaches(id, 'FAILED')
      await api('POST', `/workflow/${child}/${again}`)
      await client.reaches(id, 'RUNNING')
    }
    const { body } = await api('GET', `/tasks/${row.taskId}/log`)
    expect(body.map(({ log }: { log: string }) => log)).toEqual([
      `Sub workflow child.1/${child} retried.`,
      `Sub workflow child.1/${child} restarted.`,
      `Sub workflow child.1/${child} reran.`,
    ])
  })

  test('the log of a row goes with the row', async () => {
    const id = await start('line')
    const [{ taskId }] = (await look(id)).tasks
    await api('POST', `/tasks/${taskId}/log`, 'a line')
    expect((await api('GET', `/tasks/${taskId}/log`)).body).toHaveLength(1)
    await api('DELETE', `/workflow/${id}`)
    await api('POST', `/workflow/${id}/restart`)
    expect((await api('GET', `/tasks/${taskId}/log`)).status).toBe(204)
  })
})

describe('skip', () => {
  test('case 48: by the body or by the query', async () => {
    const id = await start('line')
    expect(await api('PUT', `/workflow/${id}/skiptask/b`, { taskOutput: { o: 1 } })).toMatchObject({
      status: 200,
      text: '',
    })
    await api('PUT', `/workflow/${id}/skiptask/c?taskInput=${encodeURIComponent('{"i":1}')}`)
    await answer(id, 'a')
    const { status, tasks } = await look(id)
    expect([status, tasks.length]).toEqual(['COMPLETED', 3])
    const data = tasks.map((task: Record<string, unknown>) => [
      task.referenceTaskName,
      task.seq,
      task.inputData,
      task.outputData,
    ])
    expect(data).toEqual(
      expect.arrayContaining([
        ['b', 0, {}, { o: 1 }],
        ['c', 0, { i: 1 }, {}],
        ['a', 1, {}, {}],
      ]),
    )
  })

  test('case 392: refused with a sentence, never 500', async () => {
    const id = await start('line')
    const refusals = await Promise.all(
      [`${id}/skiptask/a`, `${id}/skiptask/nobody`, `${UNKNOWN}/skiptask/a`, `${id}/skiptask/b?taskInput=[`].map(
        (path) => api('PUT', `/workflow/${path}`, {}),
      ),
    )
    expect(refusals.map(({ status }) => status)).toEqual([409, 404, 404, 400])
    await api('PUT', `/workflow/${id}/pause`)
    expect((await api('PUT', `/workflow/${id}/skiptask/b`, {})).status).toBe(409)
  })
})

test('variables from outside are merged', async () => {
  const id = await start('line')
  await api('POST', `/workflow/${id}/variables`, { x: 1, y: 1 })
  const answered = await api('POST', `/workflow/${id}/variables`, { y: 2 })
  expect(answered.body).toMatchObject({ workflowId: id, variables: { x: 1, y: 2 } })
})

test('the state: variables and a result in one call', async () => {
  const id = await start('line')
  for (const ref of ['a', 'b']) await answer(id, ref)
  const update = { variables: { x: 1 }, taskReferenceName: 'c', taskResult: { outputData: { o: 1 } } }
  const { body } = await api('POST', `/workflow/${id}/state?requestId=r`, update)
  expect(body).toMatchObject({
    workflowId: id,
    status: 'COMPLETED',
    variables: { x: 1 },
    output: { o: 1 },
    requestId: 'r',
  })
  expect((await api('POST', `/workflow/${id}/state`, update)).status).toBe(409)
})
