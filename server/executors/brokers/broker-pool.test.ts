import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asNamespaceId } from '@/server/model/ids'
import type { Broker } from './broker'
import { type BrokerPool, type BrokerSource, createBrokerPool } from './broker-pool'
import { doorsFor } from './testing/broker-bench'

let sqs: FauxqsServer
let pool: BrokerPool

beforeAll(async () => {
  sqs = await startFauxqs({ port: 0, logger: false })
  pool = createBrokerPool({ doors: doorsFor([`localhost:${sqs.port}`]), perNamespace: 2 })
})
afterAll(async () => {
  await pool.close()
  await sqs.stop()
})

const source = (name: string, namespace = 1, revision = '1'): BrokerSource => ({
  namespaceId: asNamespaceId(namespace),
  name,
  revision,
  type: 'sqs',
  settings: { region: 'us-east-1', accessKeyId: 'a', secretAccessKey: 'b', endpoint: `http://localhost:${sqs.port}` },
})
const connectionOf = (from: BrokerSource) => pool.use(from, async (broker) => broker)

test('an integration has one connection, another revision of it another', async () => {
  const [first, second] = await Promise.all([connectionOf(source('a')), connectionOf(source('a'))])
  expect(first).toBe(second)
  expect(await connectionOf(source('a', 1, '2'))).not.toBe(first)
})

test('idle connections make room; where all are in use, the limit is named, for one namespace only', async () => {
  await connectionOf(source('b'))
  const held: Broker[] = [await pool.own(source('c')), await pool.own(source('d'))]
  await expect(connectionOf(source('e'))).rejects.toThrow('limit brokerConnections is 2 per namespace')
  await expect(pool.own(source('e'))).rejects.toMatchObject({ retryable: true })
  expect(await connectionOf(source('e', 2))).toBeDefined()
  await held[0]?.close()
  expect(await connectionOf(source('e'))).toBeDefined()
  await held[1]?.close()
})

test('a connection that could not be made is tried anew', async () => {
  const wrong = { ...source('f', 3), settings: { ...source('f').settings, endpoint: 'http://localhost:1' } }
  await expect(connectionOf(wrong)).rejects.toMatchObject({ retryable: false })
  expect(await connectionOf({ ...wrong, settings: source('f').settings })).toBeDefined()
})

test('an integration that is no broker says so', async () => {
  await expect(connectionOf({ ...source('g', 4), type: 'postgres' })).rejects.toThrow('which is no broker')
})
