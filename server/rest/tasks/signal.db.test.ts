import { describe, expect, test } from 'vitest'
import { openTestRest } from '@/server/rest/testing/open-test-rest'

const { actor, client, callAs } = await openTestRest()
const api = await callAs(actor, 'owner')

const task = (type: string, name: string, more = {}) => ({ name, taskReferenceName: name, type, ...more })
const UNKNOWN = '00000000-0000-4000-8000-000000000000'

await api('POST', '/metadata/workflow', { name: 'asks', tasks: [task('WAIT', 'first'), task('HUMAN', 'second')] })
const child = { subWorkflowParam: { name: 'asks' } }
await api('POST', '/metadata/workflow', { name: 'parent', tasks: [task('SUB_WORKFLOW', 's', child)] })
await api('POST', '/metadata/workflow', { name: 'silent', tasks: [task('SIMPLE', 'nobody_polls')] })

const start = async (name: string) => (await api('POST', '/workflow', { name, input: {} })).text
const look = async (id: string) => (await api('GET', `/workflow/${id}`)).body
/** Children start after their parent's start has been answered. */
const startParent = async () => {
  const id = (await api('POST', '/workflow/execute/parent/1', { input: {} })).body.workflowId
  return { id, child: (await look(id)).tasks[0].subWorkflowId }
}

describe('signal', () => {
  test('case 240: the body becomes the output of the WAIT, the workflow goes on', async () => {
    const id = await start('asks')
    const answer = await api('POST', `/tasks/${id}/COMPLETED/signal`, { taskOutput: { x: 1 } })
    expect(answer).toMatchObject({ status: 200, text: '' })
    const { tasks } = await look(id)
    expect(tasks[0]).toMatchObject({ status: 'COMPLETED', outputData: { taskOutput: { x: 1 } } })
    expect(tasks[1]).toMatchObject({ referenceTaskName: 'second', status: 'IN_PROGRESS' })
  })

  test('cases 241 and 242: nobody waits; no such workflow; no such status', async () => {
    const id = await start('silent')
    const calls = [id, UNKNOWN, 'nonsense'].flatMap((workflow) => [
      `${workflow}/COMPLETED/signal`,
      `${workflow}/COMPLETED/signal/sync`,
    ])
    const answers = await Promise.all([...calls, `${id}/DONE/signal`].map((path) => api('POST', `/tasks/${path}`, {})))
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 404, 404, 404, 404, 400])
  })

  test('cases 243 and 244: through the parent to the child that waits', async () => {
    const { id, child } = await startParent()
    const answer = await api('POST', `/tasks/${id}/COMPLETED/signal/sync?requestId=r`, { x: 1 })
    const run = {
      responseType: 'TARGET_WORKFLOW',
      targetWorkflowId: id,
      workflowId: id,
      status: 'RUNNING',
      requestId: 'r',
    }
    expect(answer.body).toMatchObject(run)
    expect((await look(child)).tasks[0]).toMatchObject({ status: 'COMPLETED', outputData: { x: 1 } })
    await api('POST', `/tasks/${id}/FAILED/signal`, {})
    await client.reaches(id, 'FAILED')
  })
})

describe('what is answered', () => {
  test('the workflow or the task that waits now', async () => {
    const { id, child } = await startParent()
    const sync = (strategy: string) => api('POST', `/tasks/${id}/COMPLETED/signal/sync?returnStrategy=${strategy}`, {})
    expect((await sync('nonsense')).status).toBe(400)
    const target = { targetWorkflowId: id, targetWorkflowStatus: 'RUNNING', workflowId: child }
    const blocked = await sync('BLOCKING_TASK')
    expect(blocked.body).toMatchObject({
      ...target,
      responseType: 'BLOCKING_TASK',
      referenceTaskName: 'second',
      taskType: 'HUMAN',
    })
    expect(blocked.body.status).toBe('IN_PROGRESS')
    const ended = await sync('BLOCKING_TASK_INPUT')
    expect(ended).toMatchObject({ status: 200, text: '' })
    expect((await look(id)).status).toBe('COMPLETED')
  })

  test('says whether the time was up first', async () => {
    const waits = [task('WAIT', 'w'), task('SIMPLE', 'nobody_polls')]
    await api('POST', '/metadata/workflow', { name: 'stuck', tasks: waits })
    const id = await start('stuck')
    const late = await api('POST', `/tasks/${id}/COMPLETED/signal/sync?timeoutMillis=200`, {})
    expect(late.body).toMatchObject({ workflowId: id, status: 'RUNNING', signalTimeout: true })
    const changed = await api('POST', `/workflow/${id}/state?waitForSeconds=1`, { variables: {} })
    expect(changed.body).toMatchObject({ status: 'RUNNING', signalTimeout: true })
    const run = await api('POST', '/workflow/execute/silent/1?waitForSeconds=1', { input: {} })
    expect(run.body).toMatchObject({ status: 'RUNNING', signalTimeout: true })
    const { id: waiting } = await startParent()
    const next = await api('POST', `/tasks/${waiting}/COMPLETED/signal/sync`, {})
    expect(next.body).toMatchObject({ status: 'RUNNING', signalTimeout: false })
  })

  test('execute answers with what blocks it, by the same strategies', async () => {
    const execute = (strategy: string) =>
      api('POST', `/workflow/execute/parent/1?returnStrategy=${strategy}`, { input: {} })
    const workflow = (await execute('BLOCKING_WORKFLOW')).body
    expect(workflow).toMatchObject({ responseType: 'BLOCKING_WORKFLOW', status: 'RUNNING' })
    expect(workflow.workflowId).not.toBe(workflow.targetWorkflowId)
    expect(workflow.tasks).toHaveLength(1)
    expect((await execute('BLOCKING_TASK_INPUT')).body).toMatchObject({ referenceTaskName: 'first', input: {} })
  })
})
