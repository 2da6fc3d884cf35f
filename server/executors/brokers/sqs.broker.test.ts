import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Broker } from './broker'
import { openSqs } from './sqs'
import { doorsFor, testReceiver } from './testing/broker-bench'
import { noteBroker } from './testing/server-process'

describe('SQS on a server that speaks its protocol', () => {
  let server: FauxqsServer
  let broker: Broker
  let settings: Record<string, string>
  const target = (name: string) => ({ type: 'sqs', name })
  const doors = () => doorsFor([`localhost:${server.port}`])

  beforeAll(async () => {
    server = await startFauxqs({ port: 0, logger: false })
    noteBroker('SQS', 'used, fauxqs, which emulates it; not Amazon’s own')
    server.createQueue('orders')
    server.createQueue('orders.fifo', { attributes: { FifoQueue: 'true' } })
    const endpoint = `http://localhost:${server.port}`
    settings = { region: 'us-east-1', accessKeyId: 'test', secretAccessKey: 'test', endpoint }
    broker = await openSqs(settings, doors())
  })
  afterAll(() => server.stop())

  test.each(['orders', 'orders.fifo'])('%s: what is published is received once and removed', async (queue) => {
    await broker.publish(target(queue), { id: 'task-1', body: '{"n":1}' })
    const receiver = testReceiver()
    const subscription = await broker.subscribe(target(queue), receiver)
    const [message] = await receiver.has(1)
    expect(message?.payload).toEqual({ n: 1 })
    await expect.poll(() => server.inspectQueue(queue)?.messages).toMatchObject({ ready: [], inflight: [] })
    await subscription.close()
  })

  test('a queue that is not there fails the publisher, and names itself', async () => {
    await expect(broker.publish(target('nowhere'), { id: 'x', body: '{}' })).rejects.toThrow(
      /^SQS: QueueDoesNotExist|NonExistentQueue/,
    )
  })

  test('an address that is not allowed is refused for good', async () => {
    const endpoint = `http://127.0.0.1:${server.port}`
    await expect(openSqs({ ...settings, endpoint }, doors())).rejects.toMatchObject({ retryable: false })
  })
})
