import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Broker } from './broker'
import { openRedis } from './redis'
import { doorsFor, testReceiver } from './testing/broker-bench'
import type { RunningServer } from './testing/server-process'
import { PASSWORD, startRedis } from './testing/servers'

const server = await startRedis()

describe.skipIf(server === null)('Redis streams on a real server', () => {
  const { port } = server as RunningServer
  const settings = { host: 'localhost', port, password: PASSWORD }
  const doors = doorsFor([`localhost:${port}`])
  const target = (name: string) => ({ type: 'redis', name })
  let broker: Broker

  beforeAll(async () => {
    broker = await openRedis(settings, doors)
  })
  afterAll(async () => {
    await broker.close()
    await server?.stop()
  })

  test('what is published is received once, and a refused message is offered again', async () => {
    const receiver = testReceiver()
    receiver.refuse(1)
    const listener = await openRedis(settings, doors)
    const subscription = await listener.subscribe(target('orders'), receiver)
    await broker.publish(target('orders'), { id: 'task-1', body: '{"n":1}' })
    await broker.publish(target('orders'), { id: 'task-2', body: 'no JSON' })
    expect(await receiver.has(2)).toEqual([
      { id: 'task-1', payload: { n: 1 } },
      { id: 'task-2', payload: { payload: 'no JSON' } },
    ])
    expect(receiver.refused).toEqual([{ id: 'task-1', payload: { n: 1 } }])
    await subscription.close()
    await listener.close()
  })

  test('a wrong password and an address that is not allowed are told apart', async () => {
    await expect(openRedis({ ...settings, password: 'wrong' }, doors)).rejects.toThrow(/^Redis: .*WRONGPASS/)
    await expect(openRedis({ ...settings, host: '127.0.0.1' }, doors)).rejects.toMatchObject({
      message: `Redis: 127.0.0.1 is not a public address; whoever runs this server can open it with PLAYGROUND_OUTBOUND_ALLOW=127.0.0.1:${port}`,
      retryable: false,
    })
  })

  test('a key that is no stream is an error of the publisher’s', async () => {
    const { Redis } = await import('ioredis')
    const own = new Redis({ port, password: PASSWORD })
    await own.set('text', 'a')
    await own.quit()
    await expect(broker.publish(target('text'), { id: 'x', body: '{}' })).rejects.toThrow('Redis: WRONGTYPE')
  })

  test('a server that dies is noticed by listeners and publishers', async () => {
    const receiver = testReceiver()
    const listener = await openRedis(settings, doors)
    await listener.subscribe(target('orders'), receiver)
    await server?.stop()
    expect(await receiver.whenLost).toMatch(/^Redis: /)
    await expect(broker.publish(target('orders'), { id: 'x', body: '{}' })).rejects.toMatchObject({ retryable: true })
    await expect.poll(() => broker.isAlive()).toBe(false)
  })
})
