import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, expect, test } from 'vitest'
import type { JsonObject } from '@/server/model/json'
import { seedSamples } from '@/server/operations/seed-samples'
import { createTestActor, startTestApp } from '@/server/operations/testing/test-app'
import { clientOf } from '@/server/operations/testing/worker'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createDemo } from './demo'

/** The samples as a new namespace gets them, on the real engine, calling real demo endpoints behind a public name. */
const web = createServer(getRequestListener(new Hono().route('/api/demo', createDemo()).fetch))
await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
const PORT = String((web.address() as AddressInfo).port)

const database = await createTestDatabase()
const app = startTestApp(database, { PORT, NEXTAUTH_URL: 'https://play.example' })
afterAll(async () => {
  await app.stop()
  await database.drop()
  web.close()
})

const actor = await createTestActor(database)
await seedSamples(app, actor)

interface Seeded {
  readonly name: string
  readonly sample: { readonly needsWorker: boolean }
  readonly input: JsonObject
}

const { rows: seeded } = await database.pool.query<Seeded>(
  `select name, body #> '{metadata,sample}' as sample, body #> '{metadata,sampleInput}' as input
   from workflow_definitions where namespace_id = $1`,
  [actor.namespaceId],
)

/** The samples' own input, only faster. */
const HURRY: Readonly<Record<string, JsonObject>> = {
  delayed_notification: { delay: '1 seconds' },
  retry_through_outage: { outageSeconds: 0.9 },
}

async function run(name: string, more: JsonObject = {}) {
  const input = { ...seeded.find((each) => each.name === name)?.input, ...HURRY[name], ...more }
  const client = clientOf(app, actor)
  return client.reaches(await client.start({ name, input }), 'COMPLETED')
}

const PROVES: Readonly<Record<string, JsonObject>> = {
  PopulationMinMax: {
    maxPopulation: expect.objectContaining({ State: 'California' }),
    minPopulation: expect.objectContaining({ State: 'Wyoming' }),
  },
  fan_out_http_calls: {
    calls: [
      { path: '/population', status: 200 },
      { path: '/ip/98.11.11.125', status: 200 },
      { path: '/echo?hello=world', status: 200 },
    ],
  },
  delayed_notification: { sent: 'Dear Ada, your order is on its way.' },
  retry_through_outage: { answer: { status: 'up' } },
  Shipping_loop_workflow: {
    parcels: 3,
    orderDetails: expect.objectContaining({
      3: {
        widget_shipping_ref: {
          result: {
            fullAddress: 'Bob McBobFace\n21 Bob Lane\nBobville, OR 53111',
            trackingNumber: expect.stringMatching(/^\d{16}$/),
          },
        },
      },
    }),
  },
  order_placed: { tracking: 'CP-4711', fulfilledBy: expect.stringMatching(/^[0-9a-f-]{36}$/) },
  order_fulfilment: { tracking: 'CP-4712', parcels: 1 },
  Bobs_widget_fulfillment: {
    reorder: { item: 'widget', count: 13 },
    orderDetails: {
      _shipping_loop_subworkflow_0: expect.objectContaining({ parcels: 12 }),
      _shipping_loop_subworkflow_1: expect.objectContaining({ parcels: 1 }),
    },
  },
}

const alone = seeded.filter(({ sample }) => !sample.needsWorker).map(({ name }) => name)

test('every sample that needs no worker is proved here', () => {
  expect(alone.sort()).toEqual(Object.keys(PROVES).sort())
})

test.each(alone)('%s ends green in a new namespace', async (name) => {
  expect((await run(name)).output).toEqual(PROVES[name])
})

test('the outage is got through by attempts that failed', async () => {
  const { tasks } = await run('retry_through_outage')
  expect(tasks.slice(1)).toEqual(['call_service_ref#0:FAILED', 'call_service_ref#1:COMPLETED'])
})

test('the fan-out is as wide as its input', async () => {
  const { output } = await run('fan_out_http_calls', { paths: Array(25).fill('/ip') })
  expect(output.calls).toHaveLength(25)
})
