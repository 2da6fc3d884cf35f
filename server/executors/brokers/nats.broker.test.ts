import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Broker } from './broker'
import { openNats } from './nats'
import { doorsFor, testReceiver } from './testing/broker-bench'
import type { RunningServer } from './testing/server-process'
import { PASSWORD, startNats, USER } from './testing/servers'

const server = await startNats()

describe.skipIf(server === null)('NATS on a real server', () => {
  const { port } = server as RunningServer
  const settings = { servers: `localhost:${port}`, username: USER, password: PASSWORD }
  const doors = doorsFor([`localhost:${port}`])
  let broker: Broker

  beforeAll(async () => {
    broker = await openNats(settings, doors)
  })
  afterAll(async () => {
    await broker.close()
    await server?.stop()
  })

  test.each(['nats', 'jsm', 'nats_stream'])('%s: what is published is received, also after a refusal', async (type) => {
    const target = { type, name: `${type}.orders` }
    const receiver = testReceiver()
    receiver.refuse(1)
    const listener = await openNats(settings, doors)
    const subscription = await listener.subscribe(target, receiver)
    await broker.publish(target, { id: 'task-1', body: '{"n":1}' })
    expect(await receiver.has(1)).toEqual([{ id: 'task-1', payload: { n: 1 } }])
    expect(receiver.refused).toHaveLength(1)
    await subscription.close()
    await listener.close()
  })

  test('JetStream keeps what was published while nobody listened, and takes an id once', async () => {
    const target = { type: 'jsm', name: 'kept' }
    const first = testReceiver()
    const listener = await openNats(settings, doors)
    const subscription = await listener.subscribe(target, first)
    await subscription.close()
    for (const id of ['a', 'b', 'a']) await broker.publish(target, { id, body: '{}' })
    const second = testReceiver()
    const again = await listener.subscribe(target, second)
    expect((await second.has(2)).map(({ id }) => id)).toEqual(['a', 'b'])
    await again.close()
    await listener.close()
  })

  test('a wrong password and an address that is not allowed are told apart', async () => {
    await expect(openNats({ ...settings, password: 'wrong' }, doors)).rejects.toThrow(/^NATS: .*authorization/i)
    await expect(openNats({ ...settings, servers: `127.0.0.1:${port}` }, doors)).rejects.toMatchObject({
      message: expect.stringContaining(`PLAYGROUND_OUTBOUND_ALLOW=127.0.0.1:${port}`),
      retryable: false,
    })
  })

  test('a server that dies is noticed by listeners and publishers', async () => {
    const receiver = testReceiver()
    const listener = await openNats(settings, doors)
    await listener.subscribe({ type: 'nats', name: 'orders' }, receiver)
    await server?.stop()
    expect(await receiver.whenLost).not.toBe('')
    await expect(broker.publish({ type: 'nats', name: 'orders' }, { id: 'x', body: '{}' })).rejects.toMatchObject({
      retryable: true,
    })
    expect(broker.isAlive()).toBe(false)
  })
})
