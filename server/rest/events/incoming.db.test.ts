import { describe, expect, test } from 'vitest'
import { createTestActor } from '@/server/operations/testing/test-app'
import { openTestRest } from '@/server/rest/testing/open-test-rest'
import { reaches, system } from '@/server/rest/testing/rest-server'

const { db, actor, callAs } = await openTestRest()
const mine = await callAs(actor, 'owner')
const viewer = await callAs(actor, 'viewer')
const theirs = await callAs(await createTestActor(db), 'owner')
for (const call of [mine, theirs]) {
  await call('POST', '/metadata/workflow', { name: 'waits', tasks: [system('WAIT', 'a'), system('WAIT', 'b')] })
  const loop = { ...system('DO_WHILE', 'loop'), loopCondition: 'false', loopOver: [system('WAIT', 'inner')] }
  await call('POST', '/metadata/workflow', { name: 'loops', tasks: [loop] })
}

const start = async (name: string, call = mine): Promise<string> =>
  (await call('POST', '/workflow', { name, input: {} })).text

/** Looks until the newest message of an event is done with. */
async function settled(event: string, call = mine) {
  const deadline = Date.now() + 20_000
  for (;;) {
    const { body } = await call('GET', `/event/message/${event}`)
    if (body[0] && body[0].status !== 'RECEIVED') return body[0]
    if (Date.now() > deadline) throw new Error(`There should be a message that is done with: ${JSON.stringify(body)}`)
  }
}

describe('a message to a queue of a status', () => {
  test('ends a waiting task by its name, its id, its name inside a loop, or the first that waits', async () => {
    expect((await mine('GET', '/queue/')).body).toEqual({
      COMPLETED: 'conductor:COMPLETED',
      FAILED: 'conductor:FAILED',
    })
    const id = await start('waits')
    expect((await mine('POST', `/queue/update/${id}/a/COMPLETED`, { by: 'name' })).status).toBe(200)
    await settled('conductor:COMPLETED')
    const [a, b] = (await mine('GET', `/workflow/${id}`)).body.tasks
    expect(a.outputData).toMatchObject({ by: 'name', externalId: JSON.stringify({ workflowId: id, taskRefName: 'a' }) })
    expect((await mine('POST', `/queue/update/${id}/task/${b.taskId}/FAILED`, {})).status).toBe(200)
    expect((await reaches(mine, id, 'FAILED')).tasks[1].status).toBe('FAILED')

    const looping = await start('loops')
    await mine('POST', `/queue/update/${looping}/inner/COMPLETED`, {})
    expect((await reaches(mine, looping, 'COMPLETED')).tasks.at(-1).referenceTaskName).toBe('inner__1')

    const first = await start('waits')
    const payload = { event: 'conductor:COMPLETED', externalId: JSON.stringify({ workflowId: first }), by: 'order' }
    await mine('POST', '/event/handleIncomingEvent', payload)
    await expect
      .poll(async () =>
        (await mine('GET', `/workflow/${first}`)).body.tasks.map(({ status }: { status: string }) => status),
      )
      .toEqual(['COMPLETED', 'IN_PROGRESS'])
  })

  test('that names nothing which waits is noted and forgotten', async () => {
    await mine('POST', '/event/handleIncomingEvent', { event: 'conductor:FAILED', externalId: 'nonsense' })
    expect(await settled('conductor:FAILED')).toMatchObject({
      status: 'REJECTED',
      statusDescription: 'No open task found for the externalId "nonsense".',
    })
  })

  test('needs a status that has one', async () => {
    const id = await start('waits')
    const none = await mine('POST', `/queue/update/${id}/a/IN_PROGRESS`, {})
    expect([none.status, none.body.message]).toEqual([400, 'There is no queue for handling IN_PROGRESS status'])
    expect((await mine('POST', `/queue/update/${id}/a/DONE`, {})).status).toBe(400)
  })

  test('cannot reach an execution of another namespace', async () => {
    const id = await start('waits')
    await theirs('POST', `/queue/update/${id}/a/COMPLETED`, { by: 'them' })
    expect((await settled('conductor:COMPLETED', theirs)).status).toBe('REJECTED')
    expect((await mine('GET', `/workflow/${id}`)).body.tasks[0]).toMatchObject({
      status: 'IN_PROGRESS',
      outputData: {},
    })
  })
})

describe('a message that somebody sends', () => {
  test('reaches the handlers of the own namespace only', async () => {
    const event = 'conductor:shared:name'
    const actions = [{ action: 'start_workflow', start_workflow: { name: 'waits', input: { canary: '${canary}' } } }]
    for (const call of [mine, theirs]) await call('POST', '/event', { name: 'same', event, active: true, actions })
    await mine('POST', '/event/handleIncomingEvent', { event, canary: 'tweet' })
    expect((await settled(event)).status).toBe('HANDLED')
    expect((await mine('GET', '/event/execution/same')).body).toMatchObject([{ status: 'COMPLETED' }])
    expect((await mine('GET', '/workflow/search?freeText=tweet')).body.totalHits).toBe(1)
    for (const path of ['/event/execution/same', `/event/message/${event}`])
      expect((await theirs('GET', path)).body).toEqual([])
    expect((await theirs('GET', '/event/execution')).body.results).toMatchObject([
      { name: 'same', numberOfMessages: 0 },
    ])
    expect((await theirs('GET', '/workflow/search?freeText=tweet')).body.totalHits).toBe(0)
  })

  test('cannot name a secret: only the handler can', async () => {
    await mine('PUT', '/secrets/KEY', 'hunter2-hunter2')
    await mine('PUT', '/secrets/OTHER', 'nobody-may-ask')
    const task = { name: 'spy', taskReferenceName: 'spy', type: 'SIMPLE' }
    const inputParameters = { said: '${workflow.input.said}', kept: '${workflow.input.kept}' }
    await mine('POST', '/metadata/workflow', { name: 'spied', tasks: [{ ...task, inputParameters }] })
    const foreign = '${workflow.secrets.OTHER}'
    const start_workflow = { name: 'spied', input: { said: '${word}', kept: '${workflow.secrets.KEY}' } }
    const handler = {
      name: 'careful',
      event: 'conductor:spy:e',
      active: true,
      actions: [{ action: 'start_workflow', start_workflow }],
    }
    await mine('POST', '/event', handler)
    await mine('POST', '/event/handleIncomingEvent', { event: 'conductor:spy:e', word: foreign })
    const polled = await mine('GET', '/tasks/poll/batch/spy?count=1&timeout=5000')
    expect(polled.body[0].inputData).toEqual({ said: foreign, kept: 'hunter2-hunter2' })
  })

  test('needs its event and the right to send', async () => {
    const nameless = await mine('POST', '/event/handleIncomingEvent', { a: 1 })
    expect([nameless.status, nameless.body.message]).toEqual([400, expect.stringContaining('must name its event')])
    expect((await viewer('POST', '/event/handleIncomingEvent', { event: 'e' })).status).toBe(403)
  })

  test('is counted by event and by handler', async () => {
    const { body } = await mine('GET', '/event/message')
    expect(body.results).toContainEqual({
      event: 'conductor:shared:name',
      active: true,
      numberOfActions: 1,
      numberOfMessages: 1,
    })
    const since = await mine('GET', `/event/execution/same?from=${Date.now() + 60_000}`)
    expect(since.body).toEqual([])
  })
})

test('a sink is tried by sending to it', async () => {
  const probe = async (sink: string) =>
    (await mine('POST', '/event/queue/connectivity', { sink, input: { a: 1 } })).body
  expect(await probe('conductor:try:it')).toEqual({ successful: true })
  expect(await settled('conductor:try:it')).toMatchObject({ fullPayload: { a: 1 } })
  expect(await probe('pigeon:home')).toEqual({ successful: false, reason: 'Unknown queue type pigeon' })
  expect(await probe('nowhere')).toEqual({ successful: false, reason: 'Illegal event nowhere' })
  expect(await probe('kafka:orders')).toMatchObject({
    successful: false,
    reason: expect.stringContaining('integration'),
  })
})

test('the queues that handlers listen to are listed', async () => {
  const queues = await mine('GET', '/admin/queues')
  expect(queues.body).toMatchObject({ 'conductor:shared:name': 'shared:name', 'conductor:spy:e': 'spy:e' })
  const { body } = await mine('GET', '/admin/queues?verbose=true')
  expect(body['conductor:shared:name']).toEqual({ 'shared:name': 0 })
  expect((await theirs('GET', '/admin/queues')).body).toEqual({ 'conductor:shared:name': 'shared:name' })
})

test('an example of a handler can be read', async () => {
  expect((await mine('GET', '/event/handler/')).body).toMatchObject({ name: 'sample_event_handler', active: false })
})
