import { afterAll, describe, expect, test } from 'vitest'
import type { OpenBroker } from './broker'
import { openKafka } from './kafka'
import { openNats } from './nats'
import { openRedis } from './redis'
import { doorsFor, testReceiver } from './testing/broker-bench'
import type { RunningServer } from './testing/server-process'
import { makeCertificate, PASSWORD, startKafkaWith, startNatsTls, startRedisTls, USER } from './testing/servers'

const certificate = makeCertificate()

interface Case {
  readonly type: string
  readonly open: OpenBroker
  readonly start: () => Promise<RunningServer | null>
  readonly settings: (server: string, port: number) => Readonly<Record<string, string | number>>
}

/** The connection goes to a checked address; the certificate is for the name all the same. */
const CASES: readonly Case[] = [
  {
    type: 'redis',
    open: openRedis,
    start: async () => certificate && startRedisTls(certificate),
    settings: (host, port) => ({ host, port }),
  },
  {
    type: 'nats',
    open: openNats,
    start: async () => certificate && startNatsTls(certificate),
    settings: (host, port) => ({ servers: `${host}:${port}` }),
  },
  {
    type: 'kafka',
    open: openKafka,
    start: async () => certificate && startKafkaWith(certificate),
    settings: (host, port) => ({
      bootstrapServers: `${host}:${port}`,
      saslMechanism: 'plain',
      username: USER,
      password: PASSWORD,
    }),
  },
]

for (const { type, open, start, settings } of CASES) {
  const server = await start()
  describe.skipIf(server === null)(`${type} through TLS`, () => {
    const { port } = server as RunningServer
    const doors = doorsFor([`localhost:${port}`, `127.0.0.1:${port}`])
    const pem = certificate?.pem ?? ''
    afterAll(() => server?.stop())

    test('a message is published and received', async () => {
      const given = { ...settings('localhost', port), tls: true, caCertificate: pem }
      const [publisher, listener] = [await open(given, doors), await open(given, doors)]
      const receiver = testReceiver()
      const subscription = await listener.subscribe({ type, name: 'secured' }, receiver)
      await publisher.publish({ type, name: 'secured' }, { id: 'a', body: '{"n":1}' })
      expect((await receiver.has(1))[0]?.payload).toEqual({ n: 1 })
      await subscription.close()
      await Promise.all([publisher.close(), listener.close()])
    })

    test('a certificate that nobody vouches for, or for another name, is refused', async () => {
      await expect(open({ ...settings('localhost', port), tls: true }, doors)).rejects.toThrow(
        /self.signed|certificate/i,
      )
      const elsewhere = { ...settings('127.0.0.1', port), tls: true, caCertificate: pem }
      await expect(open(elsewhere, doors)).rejects.toThrow(/127\.0\.0\.1|altname|certificate/i)
    })
  })
}
