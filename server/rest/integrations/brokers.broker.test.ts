import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RunningServer } from '@/server/executors/brokers/testing/server-process'
import {
  PASSWORD,
  type StartServer,
  startKafka,
  startNats,
  startRabbit,
  startRedis,
  USER,
} from '@/server/executors/brokers/testing/servers'
import { createTestActor, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from '@/server/rest/testing/rest-client'
import { reaches, system } from '@/server/rest/testing/rest-server'

interface Case {
  readonly type: string
  readonly start: StartServer
  readonly settings: (port: number) => object
  readonly sinks: readonly string[]
}

/** From an EVENT task over a real broker to the workflow that a handler starts. */
const CASES: readonly Case[] = [
  {
    type: 'redis',
    start: startRedis,
    settings: (port) => ({ host: 'localhost', port, password: PASSWORD }),
    sinks: ['redis'],
  },
  {
    type: 'nats',
    start: startNats,
    settings: (port) => ({ servers: `localhost:${port}`, username: USER, password: PASSWORD }),
    sinks: ['nats', 'jsm'],
  },
  {
    type: 'amqp',
    start: startRabbit,
    settings: (port) => ({ host: 'localhost', port }),
    sinks: ['amqp_queue', 'amqp_exchange'],
  },
  {
    type: 'kafka',
    start: startKafka,
    settings: (port) => ({ bootstrapServers: `localhost:${port}` }),
    sinks: ['kafka'],
  },
]

for (const { type, start, settings, sinks } of CASES) {
  const server = await start()
  describe.skipIf(server === null)(`events over ${type}`, () => {
    const { port } = server as RunningServer
    let db: TestDatabase
    let app: TestApp
    let call: RestClient

    beforeAll(async () => {
      db = await createTestDatabase()
      app = startTestApp(db, { PLAYGROUND_OUTBOUND_ALLOW: `localhost:${port},127.0.0.1:${port}` })
      call = restClient(createRest(app), {
        'x-authorization': await createToken(db, await createTestActor(db), 'owner'),
      })
      await call('POST', '/integrations/provider/mine', { type, configuration: settings(port) })
    })
    afterAll(async () => {
      await app.stop()
      await server?.stop()
      await db.drop()
    })
    const define = (name: string, tasks: readonly object[]) =>
      call('POST', '/metadata/workflow?overwrite=true', { name, tasks })
    const run = async (name: string) => (await call('POST', '/workflow', { name, input: { n: 7 } })).text

    test.each(sinks)(
      '%s: a message that an EVENT task sends starts the workflow of its handler, once',
      async (sink) => {
        const event = `${sink}:mine:orders-${sink}`
        const target = `fulfil_${sink}`
        await define(target, [system('SET_VARIABLE', 'got', { n: '${workflow.input.n}' })])
        await call('POST', '/event', {
          name: `on_${sink}`,
          event,
          active: true,
          actions: [{ action: 'start_workflow', start_workflow: { name: target, input: { n: '${n}' } } }],
        })
        await app.sources.follow()
        await define('seller', [{ ...system('EVENT', 'sold', { n: '${workflow.input.n}' }), sink: event }])
        await reaches(call, await run('seller'), 'COMPLETED')
        const started = async () => (await call('GET', `/workflow/search?query=workflowType%3D${target}`)).body.results
        await expect.poll(async () => (await started()).length, { timeout: 30_000 }).toBe(1)
        const [{ workflowId }] = await started()
        expect((await reaches(call, workflowId, 'COMPLETED')).variables).toEqual({ n: 7 })
      },
    )

    if (type !== 'kafka') return
    test('KAFKA_PUBLISH: completed once the broker has the record; else failed with the reason', async () => {
      const publish = (kafka_request: object) => system('KAFKA_PUBLISH', 'publish', { kafka_request })
      await define('direct', [
        publish({ bootStrapServers: `localhost:${port}`, topic: 'direct', value: { n: 1 }, key: 'k' }),
      ])
      await reaches(call, await run('direct'), 'COMPLETED')
      await define('named', [publish({ integrationName: 'mine', topic: 'direct', value: 'text', headers: { a: 'b' } })])
      await reaches(call, await run('named'), 'COMPLETED')
      for (const [kafka_request, why] of [
        [{ bootStrapServers: '10.0.0.1:9092', topic: 't', value: 1 }, 'is not a public address'],
        [{ bootStrapServers: 'localhost:9', topic: 't' }, 'Missing Kafka value.'],
        [{ topic: 't', value: 1 }, 'No boot strap servers specified'],
        [{ integrationName: 'nobody', topic: 't', value: 1 }, 'no Kafka integration named nobody'],
      ] as const) {
        await define('wrong', [publish(kafka_request)])
        const { tasks } = await reaches(call, await run('wrong'), 'FAILED')
        expect(tasks[0].reasonForIncompletion).toContain(why)
      }
    })
  })
}
