import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Broker } from './broker'
import { openKafka } from './kafka'
import { doorsFor, testReceiver } from './testing/broker-bench'
import type { RunningServer } from './testing/server-process'
import { startKafka } from './testing/servers'

const server = await startKafka()

describe.skipIf(server === null)('Kafka on a real server', () => {
  const { port } = server as RunningServer
  const settings = { bootstrapServers: `localhost:${port}` }
  const doors = doorsFor([`localhost:${port}`, `127.0.0.1:${port}`])
  const target = (name: string) => ({ type: 'kafka', name })
  let broker: Broker

  beforeAll(async () => {
    broker = await openKafka(settings, doors)
  })
  afterAll(async () => {
    await broker.close()
    await server?.stop()
  })

  test('what is published is received, committed, and not received again by the group', async () => {
    const first = testReceiver()
    const listener = await openKafka(settings, doors)
    const subscription = await listener.subscribe(target('orders'), first)
    first.refuse(1)
    await broker.publish(target('orders'), { id: 'task-1', body: '{"n":1}' })
    expect(await first.has(1)).toEqual([{ id: 'orders/0/0', payload: { n: 1 } }])
    expect(first.refused).toEqual([{ id: 'orders/0/0', payload: { n: 1 } }])
    await subscription.close()

    await broker.publish(target('orders'), { id: 'task-2', body: '{"n":2}' })
    const second = testReceiver()
    const again = await listener.subscribe(target('orders'), second)
    expect(await second.has(1)).toEqual([{ id: 'orders/0/1', payload: { n: 2 } }])
    await again.close()
    await listener.close()
  })

  test('keys and headers arrive as they were given', async () => {
    const { Kafka, logLevel } = await import('kafkajs')
    const consumer = new Kafka({ brokers: [`127.0.0.1:${port}`], logLevel: logLevel.NOTHING }).consumer({
      groupId: 'own',
    })
    await broker.publish(target('keyed'), { id: 'x', body: '"v"', key: Buffer.from([0, 0, 0, 7]), headers: { a: 'b' } })
    await consumer.connect()
    await consumer.subscribe({ topics: ['keyed'], fromBeginning: true })
    const received = await new Promise<unknown>((resolve) => {
      void consumer.run({
        eachMessage: async ({ message: { key, value, headers } }) =>
          resolve([key?.toString('hex'), value?.toString(), headers?.a?.toString()]),
      })
    })
    await consumer.disconnect()
    expect(received).toEqual(['00000007', '"v"', 'b'])
  })

  test('a topic whose name is no name fails the publisher', async () => {
    await expect(broker.publish(target('no topic!'), { id: 'x', body: '{}' })).rejects.toThrow(/^Kafka: .*topic/i)
  })

  test('what the cluster says of its brokers is no way around the guard', async () => {
    const onlyFirst = doorsFor([`localhost:${port}`])
    await expect(
      openKafka(settings, onlyFirst).then((made) => made.publish(target('x'), { id: 'x', body: '{}' })),
    ).rejects.toMatchObject({
      message: `Kafka: 127.0.0.1 is not a public address; whoever runs this server can open it with PLAYGROUND_OUTBOUND_ALLOW=127.0.0.1:${port}`,
      retryable: false,
    })
  })

  test('a server that dies is an error that may pass', async () => {
    await server?.stop()
    await expect(broker.publish(target('orders'), { id: 'x', body: '{}' })).rejects.toMatchObject({ retryable: true })
    await expect(openKafka(settings, doors)).rejects.toMatchObject({ retryable: true })
  })
})
