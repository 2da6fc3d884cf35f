import { describe, expect, it } from 'vitest'
import { pauseWorkflow } from './pause-workflow'
import { restartWorkflow } from './restart-workflow'
import { resumeWorkflow } from './resume-workflow'
import { retryWorkflow } from './retry-workflow'
import { terminateWorkflow } from './terminate-workflow'
import { openTestApp } from './testing/open-test-app'
import { define, defineTask } from './testing/test-app'

const { db, app, actor, client } = await openTestApp()

const simple = (name: string, ref = name) => ({ name, taskReferenceName: ref, type: 'SIMPLE' })
const inline = (ref: string, expression: string) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'INLINE',
  inputParameters: { evaluatorType: 'javascript', expression },
})

describe('worker tasks', () => {
  it('run in a chain, each fed by the one before', async () => {
    await define(db, actor, {
      name: 'chain',
      tasks: [simple('chain_a'), { ...simple('chain_b'), inputParameters: { got: '${chain_a.output.n}' } }],
      outputParameters: { result: '${chain_b.output.n}' },
    })
    const id = await client.start({ name: 'chain', input: { x: 1 } })
    await client.work('chain_a', { outputData: { n: 7 } })
    const second = await client.poll('chain_b')
    expect(second.task.inputData).toEqual({ got: 7 })
    expect(second.task).toMatchObject({ status: 'IN_PROGRESS', workerId: 'w', pollCount: 1 })
    await client.answer(second, { outputData: { n: 8 } })
    expect(await client.look(id)).toEqual({
      status: 'COMPLETED',
      output: { result: 8 },
      reason: null,
      tasks: ['chain_a#0:COMPLETED', 'chain_b#0:COMPLETED'],
    })
  })

  it('run side by side in a fork and meet at the join', async () => {
    const fork = {
      name: 'fork',
      taskReferenceName: 'fork',
      type: 'FORK_JOIN',
      forkTasks: [[simple('left')], [simple('right')]],
    }
    const join = { name: 'join', taskReferenceName: 'join', type: 'JOIN', joinOn: ['left', 'right'] }
    await define(db, actor, { name: 'forked', tasks: [fork, join] })
    const id = await client.start({ name: 'forked' })
    const right = await client.poll('right')
    await client.work('left', { outputData: { l: 1 } })
    expect((await client.look(id)).status).toBe('RUNNING')
    await client.answer(right, { outputData: { r: 2 } })
    const seen = await client.look(id)
    expect(seen).toMatchObject({ status: 'COMPLETED', output: { left: { l: 1 }, right: { r: 2 } } })
  })

  it('are retried after a failure until their attempts are spent; a retry by hand adds one', async () => {
    await defineTask(db, actor, { name: 'flaky', retryCount: 1, retryDelaySeconds: 0 })
    await define(db, actor, { name: 'retrying', tasks: [simple('flaky')] })
    const id = await client.start({ name: 'retrying' })
    await client.work('flaky', { status: 'FAILED', reasonForIncompletion: 'one' })
    await client.work('flaky', { status: 'FAILED', reasonForIncompletion: 'two' })
    const failed = await client.look(id)
    expect(failed.status).toBe('FAILED')
    expect(failed.tasks).toEqual(['flaky#0:FAILED', 'flaky#1:FAILED'])
    expect(failed.reason).toMatch(/failed with status: FAILED and reason: 'two'/)
    await retryWorkflow(app, actor, { workflowId: id, resumeSubworkflowTasks: false })
    await client.work('flaky')
    expect(await client.look(id)).toMatchObject({ status: 'COMPLETED', reason: null })
  })

  it('come back when their worker falls silent', async () => {
    await defineTask(db, actor, { name: 'silent', retryCount: 1, retryDelaySeconds: 0, responseTimeoutSeconds: 1 })
    await define(db, actor, { name: 'silence', tasks: [simple('silent')] })
    const id = await client.start({ name: 'silence' })
    const late = await client.poll('silent')
    const again = await client.poll('silent')
    expect(again.task).toMatchObject({ retryCount: 1, retriedTaskId: late.task.taskId })
    await client.answer(late, { outputData: { late: true } })
    await client.answer(again, { outputData: { late: false } })
    const seen = await client.look(id)
    expect(seen).toMatchObject({ status: 'COMPLETED', output: { late: false } })
    expect(seen.tasks).toEqual(['silent#0:TIMED_OUT', 'silent#1:COMPLETED'])
  })

  it('that report progress go back to the queue with their output', async () => {
    await define(db, actor, { name: 'progress', tasks: [simple('slow')] })
    const id = await client.start({ name: 'progress' })
    await client.work('slow', { status: 'IN_PROGRESS', outputData: { done: 1 }, callbackAfterSeconds: 0 })
    expect((await client.look(id)).tasks).toEqual(['slow#0:SCHEDULED'])
    const again = await client.poll('slow')
    expect(again.task).toMatchObject({ pollCount: 2, outputData: { done: 1 } })
    await client.answer(again)
    expect((await client.look(id)).status).toBe('COMPLETED')
  })
})

describe('our own tasks', () => {
  it('are settled when the start answers', async () => {
    await define(db, actor, { name: 'scripts', tasks: [inline('one', '1'), inline('two', '1 + 1')] })
    const id = await client.start({ name: 'scripts' })
    expect(await client.look(id)).toMatchObject({ status: 'COMPLETED', output: { result: 2 } })
  })

  it('wait as long as they were told', async () => {
    const wait = { name: 'nap', taskReferenceName: 'nap', type: 'WAIT', inputParameters: { duration: '1 seconds' } }
    await define(db, actor, { name: 'napping', tasks: [wait] })
    const began = Date.now()
    const id = await client.start({ name: 'napping' })
    await client.reaches(id, 'COMPLETED')
    expect(Date.now() - began).toBeGreaterThanOrEqual(1_000)
    expect(Date.now() - began).toBeLessThan(2_500)
  })

  it('end a workflow that takes too long', async () => {
    await define(db, actor, {
      name: 'endless',
      timeoutSeconds: 1,
      timeoutPolicy: 'TIME_OUT_WF',
      tasks: [simple('nobody_works_here')],
    })
    const id = await client.start({ name: 'endless' })
    expect((await client.reaches(id, 'TIMED_OUT')).tasks).toEqual(['nobody_works_here#0:CANCELED'])
  })
})

describe('other workflows', () => {
  const sub = (name: string, version?: number) => ({
    name: 'child',
    taskReferenceName: 'child',
    type: 'SUB_WORKFLOW',
    subWorkflowParam: version === undefined ? { name } : { name, version },
  })

  it('run as children and hand their output up', async () => {
    await define(db, actor, { name: 'kid', version: 1, tasks: [simple('kid_old')] })
    await define(db, actor, { name: 'kid', version: 2, tasks: [simple('kid_task')] })
    await define(db, actor, { name: 'mother', tasks: [sub('kid')] })
    const id = await client.start({ name: 'mother' })
    await client.work('kid_task', { outputData: { from: 'kid' } })
    expect(await client.reaches(id, 'COMPLETED')).toMatchObject({ output: { from: 'kid' } })
  })

  it('fail the task when a child is not defined, and the start when its latest version is asked for', async () => {
    await define(db, actor, { name: 'orphan', tasks: [sub('nobody', 1)] })
    const id = await client.start({ name: 'orphan' })
    expect((await client.look(id)).reason).toContain('No such workflow defined. name=nobody, version=1')
    await define(db, actor, { name: 'unpinned', tasks: [sub('nobody')] })
    await expect(client.start({ name: 'unpinned' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('run after a failure', async () => {
    await defineTask(db, actor, { name: 'breaks', retryCount: 0 })
    await define(db, actor, { name: 'cleaning', tasks: [simple('clean_up')] })
    await define(db, actor, { name: 'breaking', failureWorkflow: 'cleaning', tasks: [simple('breaks')] })
    const id = await client.start({ name: 'breaking', input: { a: 1 } })
    await client.work('breaks', { status: 'FAILED', reasonForIncompletion: 'no luck' })
    const cleaner = await client.work('clean_up')
    const { output } = await client.look(id)
    expect(output['conductor.failure_workflow']).toBe(cleaner.task.workflowInstanceId)
  })

  it('are terminated with their parent', async () => {
    await define(db, actor, { name: 'small', tasks: [simple('small_task')] })
    await define(db, actor, { name: 'big', tasks: [sub('small')] })
    const id = await client.start({ name: 'big' })
    const inner = await client.poll('small_task')
    await terminateWorkflow(app, actor, { workflowId: id, reason: 'enough', triggerFailureWorkflow: false })
    const child = await client.reaches(inner.task.workflowInstanceId, 'TERMINATED')
    expect(child.reason).toContain('enough')
  })
})

describe('commands', () => {
  it('pause, resume and restart', async () => {
    await define(db, actor, { name: 'obedient', tasks: [simple('ob_a'), simple('ob_b')] })
    const id = await client.start({ name: 'obedient' })
    const first = await client.poll('ob_a')
    await pauseWorkflow(app, actor, id)
    await client.answer(first)
    expect(await client.look(id)).toMatchObject({ status: 'PAUSED', tasks: ['ob_a#0:COMPLETED'] })
    await resumeWorkflow(app, actor, id)
    await client.work('ob_b')
    expect((await client.look(id)).status).toBe('COMPLETED')
    await define(db, actor, { name: 'obedient', tasks: [simple('ob_c')] })
    await restartWorkflow(app, actor, { workflowId: id, useLatest: true })
    await client.work('ob_c')
    expect(await client.look(id)).toMatchObject({ status: 'COMPLETED', tasks: ['ob_c#0:COMPLETED'] })
  })
})
