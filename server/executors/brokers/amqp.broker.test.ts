import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAmqp } from './amqp'
import type { Broker } from './broker'
import { doorsFor, testReceiver } from './testing/broker-bench'
import type { RunningServer } from './testing/server-process'
import { startRabbit } from './testing/servers'

const server = await startRabbit()

describe.skipIf(server === null)('AMQP on a real RabbitMQ', () => {
  const { port } = server as RunningServer
  const settings = { host: 'localhost', port }
  const doors = doorsFor([`localhost:${port}`])
  let broker: Broker

  beforeAll(async () => {
    broker = await openAmqp(settings, doors)
  })
  afterAll(async () => {
    await broker.close()
    await server?.stop()
  })

  test.each(['amqp', 'amqp_queue'])(
    '%s: a queue is made, filled and emptied; a refused message comes again',
    async (type) => {
      const target = { type, name: `${type}-orders` }
      await broker.publish(target, { id: 'task-1', body: '{"n":1}' })
      await broker.publish(target, { id: 'task-2', body: 'no JSON' })
      const receiver = testReceiver()
      receiver.refuse(1)
      const listener = await openAmqp(settings, doors)
      const subscription = await listener.subscribe(target, receiver)
      const received = await receiver.has(2)
      expect(received.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual([
        { id: 'task-1', payload: { n: 1 } },
        { id: 'task-2', payload: { payload: 'no JSON' } },
      ])
      expect(receiver.refused).toHaveLength(1)
      await subscription.close()
      await listener.close()
    },
  )

  test('an exchange routes to the queues that are bound to it', async () => {
    const receiver = testReceiver()
    const listener = await openAmqp(settings, doors)
    const subscription = await listener.subscribe({ type: 'amqp_exchange', name: 'news?routingKey=eu.*' }, receiver)
    const publish = (id: string, key: string) =>
      broker.publish({ type: 'amqp_exchange', name: `news?routingKey=${key}` }, { id, body: '{}' })
    await publish('elsewhere', 'us.1')
    await publish('here', 'eu.1')
    expect((await receiver.has(1)).map(({ id }) => id)).toEqual(['here'])
    await subscription.close()
    await listener.close()
  })

  test('what is not acknowledged goes to the next listener', async () => {
    const target = { type: 'amqp_queue', name: 'handed-on' }
    await broker.publish(target, { id: 'task-1', body: '{}' })
    const never = testReceiver()
    never.refuse(Number.POSITIVE_INFINITY)
    const first = await openAmqp(settings, doors)
    const subscription = await first.subscribe(target, never)
    await expect.poll(() => never.refused.length).toBeGreaterThan(0)
    await subscription.close()
    await first.close()
    const receiver = testReceiver()
    const second = await openAmqp(settings, doors)
    await second.subscribe(target, receiver)
    expect((await receiver.has(1)).map(({ id }) => id)).toEqual(['task-1'])
    await second.close()
  })

  test('a wrong password and an address that is not allowed are told apart', async () => {
    await expect(openAmqp({ ...settings, username: 'x', password: 'y' }, doors)).rejects.toThrow(/ACCESS.REFUSED/)
    await expect(openAmqp({ ...settings, host: '127.0.0.1' }, doors)).rejects.toMatchObject({ retryable: false })
  })

  test('a server that dies is noticed by listeners and publishers', async () => {
    const receiver = testReceiver()
    const target = { type: 'amqp_queue', name: 'last' }
    const listener = await openAmqp(settings, doors)
    await listener.subscribe(target, receiver)
    await server?.stop()
    expect(await receiver.whenLost).toMatch(/^AMQP: /)
    await expect.poll(() => broker.isAlive()).toBe(false)
    await expect(broker.publish(target, { id: 'x', body: '{}' })).rejects.toMatchObject({ retryable: true })
  })
})
