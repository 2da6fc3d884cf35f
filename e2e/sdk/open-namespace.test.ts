import { ConductorWorkflow, inlineTask, OrkesClients } from '@io-orkes/conductor-javascript'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'

/** A server whose operator opened a namespace looks like Conductor's open-source server: nobody needs a key. */
let server: RunningServer

beforeAll(async () => {
  server = await startServer({ PLAYGROUND_OPEN_NAMESPACE: 'everybody' })
})
afterAll(() => server?.stop())

async function greets(clients: OrkesClients): Promise<void> {
  const workflow = new ConductorWorkflow(clients.getWorkflowClient(), 'open_flow').add(inlineTask('x', '40 + 2'))
  await workflow.register(true)
  expect(await workflow.execute({})).toMatchObject({ status: 'COMPLETED', output: { result: 42 } })
}

test('without a key the SDK registers a workflow and runs it', async () => {
  await greets(await OrkesClients.from({ serverUrl: server.url }))
})

test('with a key that nobody asked for: the exchange answers 404 and the SDK goes on without', async () => {
  await greets(await OrkesClients.from({ serverUrl: server.url, keyId: 'some', keySecret: 'thing' }))
})
