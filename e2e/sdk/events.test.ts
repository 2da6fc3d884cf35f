import { ConductorWorkflow, eventTask, OrkesClients, simpleTask } from '@io-orkes/conductor-javascript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessKey } from '@/e2e/testing/create-access-key'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'

/** Event handlers through the official JavaScript SDK: made, found, tagged, tried, acting, deleted. */
let server: RunningServer
let clients: OrkesClients

beforeAll(async () => {
  server = await startServer({})
  const key = await createAccessKey(server.database, 'sdk')
  clients = await OrkesClients.from({ serverUrl: `${server.url}/api`, ...key })
})
afterAll(() => server?.stop())

const ORDER = '$' + '{order}'

test('a workflow’s event starts another workflow, and what came of it can be read', async () => {
  const executor = clients.getWorkflowClient()
  const events = clients.getEventClient()
  await new ConductorWorkflow(executor, 'sdk_fulfil').add(simpleTask('pack', 'sdk_pack', {})).register(true)
  const sell = new ConductorWorkflow(executor, 'sdk_sell').add({
    ...eventTask('sold', 'conductor', 'sold'),
    inputParameters: { order: 17 },
  })
  await sell.register(true)
  const event = 'conductor:sdk_sell:sold'
  const action = { action: 'start_workflow', start_workflow: { name: 'sdk_fulfil', input: { order: ORDER } } } as const
  await events.addEventHandlers([
    { name: 'sdk_handler', event: 'conductor:sdk_sell:sold', active: true, actions: [action] },
  ])

  const [listed] = await events.getEventHandlersForEvent(event, true)
  expect(listed).toMatchObject({ name: 'sdk_handler', event, active: true })
  expect(listed?.createdBy).toContain('app:')
  await events.putTagForEventHandler('sdk_handler', [{ key: 'team', value: 'shop' }])
  expect(await events.getTagsForEventHandler('sdk_handler')).toEqual([{ key: 'team', value: 'shop' }])

  const id = await sell.startWorkflow({})
  const records = () => events.getEventExecutions('sdk_handler')
  await expect
    .poll(async () => (await records()).map(({ status }) => status), { timeout: 15_000 })
    .toEqual(['COMPLETED'])
  const [record] = await records()
  const started = await executor.getExecution(String(record?.output?.workflowId))
  expect(started).toMatchObject({ workflowName: 'sdk_fulfil', status: 'RUNNING', event, input: { order: 17 } })
  expect(started.input?.['conductor.event.messageId']).toBe(record?.messageId)
  const messages = await events.getEventMessages(event)
  expect(messages).toMatchObject([
    { eventTarget: event, status: 'HANDLED', fullPayload: { order: 17, workflowInstanceId: id } },
  ])

  await events.updateEventHandler({ ...listed, active: false } as never)
  expect(await events.getEventHandlersForEvent(event, true)).toEqual([])
  await events.removeEventHandler('sdk_handler')
  expect(await events.getAllEventHandlers()).toEqual([])
  await expect(events.removeEventHandler('sdk_handler')).rejects.toThrow(
    'EventHandler with name sdk_handler not found!',
  )
})

test('sinks are tried, and messages sent, without a workflow', async () => {
  const events = clients.getEventClient()
  expect(await events.testConnectivity({ sink: 'conductor:try', input: { a: 1 } })).toEqual({ successful: true })
  expect(await events.testConnectivity({ sink: 'pigeon:home', input: {} })).toEqual({
    successful: false,
    reason: 'Unknown queue type pigeon',
  })
  await events.handleIncomingEvent({ event: 'conductor:by:hand', word: 'hello' })
  await expect
    .poll(async () => (await events.getEventMessages('conductor:by:hand')).map(({ status }) => status), {
      timeout: 15_000,
    })
    .toEqual(['REJECTED'])
})
