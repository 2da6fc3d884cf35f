import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RestClient } from '@/server/rest/testing/rest-client'
import { type RestServer, reaches, simple, startRestServer, system } from '@/server/rest/testing/rest-server'

let server: RestServer
const call: RestClient = (...request) => server.call(...request)

beforeAll(async () => {
  server = await startRestServer()
})
afterAll(() => server.stop())

const define = (name: string, tasks: readonly object[]) =>
  call('POST', '/metadata/workflow?overwrite=true', { name, tasks })
const start = async (name: string, input: object = {}, more: object = {}): Promise<string> =>
  (await call('POST', '/workflow', { name, input, ...more })).text
const emit = (ref: string, inputParameters: object, sink = 'conductor') => ({
  ...system('EVENT', ref, inputParameters),
  sink,
})
const handle = (name: string, event: string, more: object) =>
  call('POST', '/event', { name, event, active: true, actions: [], ...more })
const read = async (id: string) => (await call('GET', `/workflow/${id}`)).body

/** What came of a handler's messages, once there are so many records and none is under way. */
async function records(handler: string, count: number) {
  const deadline = Date.now() + 20_000
  for (;;) {
    const { body } = await call('GET', `/event/execution/${handler}`)
    if (body.length >= count && body.every(({ status }: { status: string }) => status !== 'IN_PROGRESS')) return body
    if (Date.now() > deadline) throw new Error(`There should be ${count} records: ${JSON.stringify(body)}`)
  }
}

describe('a message', () => {
  test('starts a workflow with what it carries and where it comes from', async () => {
    await define('fulfil', [simple('pack')])
    await define('sell', [emit('sold', { order: { id: 7 }, lines: '[{"sku":"a"}]' }, 'conductor:sold')])
    const start_workflow = {
      name: 'fulfil',
      correlationId: '${order.id}',
      input: { id: '${order.id}', all: '${$}', lines: '${lines[0].sku}', text: 'order ${order.id}' },
    }
    await handle('fulfilment', 'conductor:sell:sold', {
      actions: [{ action: 'start_workflow', expandInlineJSON: true, start_workflow }],
    })
    const from = await start('sell')
    const [{ id, messageId, status, action, event, output }] = await records('fulfilment', 1)
    const [row] = (await read(from)).tasks
    expect({ id, messageId, status, action, event }).toEqual({
      id: `${row.taskId}_0`,
      messageId: row.taskId,
      status: 'COMPLETED',
      action: 'start_workflow',
      event: 'conductor:sell:sold',
    })
    const started = await read(output.workflowId)
    expect(started).toMatchObject({
      workflowName: 'fulfil',
      status: 'RUNNING',
      correlationId: '7',
      event: 'conductor:sell:sold',
    })
    expect(started.input).toMatchObject({
      id: 7,
      lines: 'a',
      text: 'order 7',
      all: { order: { id: 7 }, workflowInstanceId: from },
      'conductor.event.messageId': row.taskId,
      'conductor.event.name': 'conductor:sell:sold',
    })
  })

  test('starts with the priority and the key of its action; without domains of its own, those of the sender', async () => {
    await define('express', [simple('ship')])
    await define('rush', [emit('e', { key: '${workflow.input.key}' })])
    const start_workflow = {
      name: 'express',
      priority: 7,
      idempotencyKey: '${key}',
      idempotencyStrategy: 'RETURN_EXISTING',
      input: {},
    }
    await handle('rushing', 'conductor:rush:e', { actions: [{ action: 'start_workflow', start_workflow }] })
    const own = { action: 'start_workflow', start_workflow: { name: 'express', taskToDomain: { ship: 'us' } } }
    await handle('own', 'conductor:rush:e', { actions: [own] })
    for (const key of ['k1', 'k1', 'k2']) await start('rush', { key }, { taskToDomain: { ship: 'eu' } })
    const ids = (await records('rushing', 3)).map(
      ({ output }: { output: { workflowId: string } }) => output.workflowId,
    ) as string[]
    expect(new Set(ids).size).toBe(2)
    const started = await read(ids[0] ?? '')
    expect(started).toMatchObject({ priority: 7, taskToDomain: { ship: 'eu' } })
    expect(started.tasks[0]).toMatchObject({ domain: 'eu', workflowPriority: 7 })
    const [{ output }] = await records('own', 3)
    expect((await read(output.workflowId)).tasks[0].domain).toBe('us')
  })

  test('case 354: completes the WAIT of the workflow that it names, and no other', async () => {
    await define('approval', [system('WAIT', 'decision')])
    await define('approve', [emit('yes', { ticket: '${workflow.input.ticket}', by: 'ada' })])
    const complete_task = { workflowId: '${ticket}', taskRefName: 'decision', output: { by: '${by}' } }
    await handle('approver', 'conductor:approve:yes', { actions: [{ action: 'complete_task', complete_task }] })
    const [mine, other] = [await start('approval'), await start('approval')]
    await start('approve', { ticket: mine })
    const done = await reaches(call, mine, 'COMPLETED')
    expect(done.tasks[0].outputData).toMatchObject({
      by: 'ada',
      workflowId: mine,
      taskRefName: 'decision',
      'conductor.event.name': 'conductor:approve:yes',
    })
    expect((await read(other)).status).toBe('RUNNING')
  })

  test('a task inside a loop is found by its plain name; one that is not there is an answer, not a failure', async () => {
    const loop = { ...system('DO_WHILE', 'loop'), loopCondition: 'false', loopOver: [system('WAIT', 'inner')] }
    await define('looping', [loop])
    await define('poke', [emit('p', { id: '${workflow.input.id}', ref: '${workflow.input.ref}' })])
    const fail_task = { workflowId: '${id}', taskRefName: '${ref}', reasonForIncompletion: 'said ${ref}', output: {} }
    await handle('poker', 'conductor:poke:p', { actions: [{ action: 'fail_task', fail_task }] })
    const id = await start('looping')
    await start('poke', { id, ref: 'nobody' })
    const [lost] = await records('poker', 1)
    expect(lost).toMatchObject({ status: 'COMPLETED', action: 'fail_task' })
    expect(lost.output.error).toBe(`No task found with taskId: , reference name: nobody, workflowId: ${id}`)
    await start('poke', { id, ref: 'inner' })
    const failed = await reaches(call, id, 'FAILED')
    expect(failed.tasks.at(-1)).toMatchObject({
      referenceTaskName: 'inner__1',
      status: 'FAILED',
      reasonForIncompletion: 'said inner',
    })
  })

  test('changes variables, adds to lists, and terminates', async () => {
    await define('basket', [system('SET_VARIABLE', 'set', { items: ['a'], n: 1 }), system('WAIT', 'w')])
    await define('shop', [emit('put', { id: '${workflow.input.id}', item: '${workflow.input.item}' })])
    const update = { workflowId: '${id}', appendArray: true, variables: { items: '${item}', n: 2 } }
    await handle('put', 'conductor:shop:put', {
      condition: "$.item !== 'end'",
      actions: [{ action: 'update_workflow_variables', update_workflow_variables: update }],
    })
    const terminate_workflow = { workflowId: '${id}', terminationReason: 'bought ${item}' }
    await handle('end', 'conductor:shop:put', {
      condition: "$.item === 'end'",
      actions: [{ action: 'terminate_workflow', terminate_workflow }],
    })
    const id = await start('basket')
    await start('shop', { id, item: 'b' })
    await records('put', 1)
    expect((await read(id)).variables).toEqual({ items: ['a', 'b'], n: 2 })
    await start('shop', { id, item: 'end' })
    expect((await reaches(call, id, 'TERMINATED')).reasonForIncompletion).toBe('bought end')
    const put = await records('put', 2)
    expect(put.map(({ status }: { status: string }) => status).sort()).toEqual(['COMPLETED', 'SKIPPED'])
  })
})

describe('handlers', () => {
  test('case 355: one that is not active does nothing, until it is', async () => {
    await define('quiet', [emit('e', {})])
    await handle('asleep', 'conductor:quiet:e', {
      active: false,
      actions: [{ action: 'start_workflow', start_workflow: { name: 'fulfil' } }],
    })
    await start('quiet')
    await handled('conductor:quiet:e', 1)
    expect((await call('GET', '/event/execution/asleep')).body).toEqual([])
    const [handler] = (await call('GET', '/event/conductor:quiet:e?activeOnly=false')).body
    await call('PUT', '/event', { ...handler, active: true })
    await start('quiet')
    expect(await records('asleep', 1)).toMatchObject([{ status: 'COMPLETED' }])
  })

  test('case 356: two of different queues do not touch each other, two of one queue both act', async () => {
    await define('left', [emit('e', {})])
    await define('right', [emit('e', {})])
    const actions = [{ action: 'start_workflow', start_workflow: { name: 'fulfil' } }]
    await handle('left-1', 'conductor:left:e', { actions })
    await handle('left-2', 'conductor:left:e', { actions: [...actions, ...actions] })
    await handle('right-1', 'conductor:right:e', { actions })
    await start('left')
    expect(await records('left-1', 1)).toHaveLength(1)
    expect((await records('left-2', 2)).map(({ id }: { id: string }) => id.slice(-2)).sort()).toEqual(['_0', '_1'])
    expect((await call('GET', '/event/execution/right-1')).body).toEqual([])
  })

  test('a condition that is false, or no script, keeps it from acting and is on record', async () => {
    await define('asks', [emit('e', { n: 5, json: '{"deep":1}' })])
    const actions = [{ action: 'start_workflow', start_workflow: { name: 'fulfil' } }]
    await handle('false', 'conductor:asks:e', { condition: '$.n > 5', actions })
    await handle('text', 'conductor:asks:e', { condition: "'yes'", actions })
    await handle('broken', 'conductor:asks:e', { condition: 'nope()', actions })
    await handle('expanded', 'conductor:asks:e', { condition: '$.json.deep === 1', actions })
    await handle('param', 'conductor:asks:e', { evaluatorType: 'value-param', condition: 'n', actions })
    await handle('snake', 'conductor:asks:e', { evaluatorType: 'python', condition: 'True', actions })
    await start('asks')
    const outcome = async (name: string) => (await records(name, 1))[0]
    const skipped = await outcome('false')
    expect(skipped).toMatchObject({ status: 'SKIPPED', output: { condition: '$.n > 5' } })
    expect([skipped.id.endsWith('_0'), JSON.parse(skipped.output.msg).n]).toEqual([true, 5])
    expect((await outcome('text')).status).toBe('SKIPPED')
    expect(await outcome('broken')).toMatchObject({
      status: 'FAILED',
      output: { exception: expect.stringContaining('nope is not defined') },
    })
    expect((await outcome('expanded')).status).toBe('COMPLETED')
    expect((await outcome('param')).status).toBe('COMPLETED')
    expect((await outcome('snake')).output.exception).toContain('No evaluator registered for type: python')
  })

  test('an action that cannot work says why, and the others work', async () => {
    await define('mixed', [emit('e', {})])
    const none = '00000000-0000-4000-8000-000000000000'
    await handle('mixed', 'conductor:mixed:e', {
      actions: [
        { action: 'start_workflow', start_workflow: { name: 'nobody_there' } },
        { action: 'start_workflow' },
        { action: 'terminate_workflow', terminate_workflow: { workflowId: none } },
        { action: 'update_workflow_variables', update_workflow_variables: { workflowId: '${missing}' } },
        { action: 'start_agent' },
        { action: 'start_workflow', start_workflow: { name: 'fulfil' } },
      ],
    })
    await start('mixed')
    const byId = (await records('mixed', 6)).sort((a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id))
    expect(
      byId.map(({ status, output }: { status: string; output: { exception?: string } }) => [status, output.exception]),
    ).toEqual([
      ['FAILED', 'No such workflow defined. name=nobody_there, version=null'],
      ['FAILED', 'The action start_workflow says no start_workflow.'],
      ['FAILED', `No such workflow found by id: ${none}`],
      ['FAILED', 'The action update_workflow_variables says no workflowId, or the payload does not hold it.'],
      ['FAILED', 'The action start_agent does not exist on this server.'],
      ['COMPLETED', undefined],
    ])
  })
})

test('what a definition masks is shown in no message and no record', async () => {
  const definition = { name: 'masked', maskedFields: ['card'], tasks: [emit('e', { card: '4111', n: 1 })] }
  await call('POST', '/metadata/workflow', definition)
  const actions = [{ action: 'start_workflow', start_workflow: { name: 'fulfil', input: { card: '${card}' } } }]
  await handle('taken', 'conductor:masked:e', { actions })
  await handle('left', 'conductor:masked:e', { actions, condition: '$.n > 1' })
  await start('masked')
  const [[taken], [left], [message]] = [
    await records('taken', 1),
    await records('left', 1),
    await handled('conductor:masked:e', 1),
  ]
  expect([taken.payload.card, JSON.parse(left.output.msg).card, message.fullPayload.card]).toEqual([
    '***',
    '***',
    '***',
  ])
  expect(JSON.stringify([taken, left, message])).not.toContain('4111')
  expect((await read(taken.output.workflowId)).input.card).toBe('4111')
})

/** Messages of an event that are done with. */
async function handled(event: string, count: number) {
  const deadline = Date.now() + 20_000
  for (;;) {
    const { body } = await call('GET', `/event/message/${event}`)
    const done = body.filter(({ status }: { status: string }) => status !== 'RECEIVED')
    if (done.length >= count) return done
    if (Date.now() > deadline) throw new Error(`There should be ${count} messages: ${JSON.stringify(body)}`)
  }
}
