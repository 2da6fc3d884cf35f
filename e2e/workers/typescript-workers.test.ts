import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FauxqsServer, startFauxqs } from 'fauxqs'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type SampleClient, sampleClient } from '@/e2e/testing/sample-client'
import { type RunningServer, startServer } from '@/e2e/testing/start-server'
import { readConfig } from '@/workers/typescript/config'
import { type RunningWorkers, startWorkers } from '@/workers/typescript/start-workers'

let server: RunningServer
let samples: SampleClient
let s3: FauxqsServer
let workers: RunningWorkers
let workFolder: string

beforeAll(async () => {
  server = await startServer({ PLAYGROUND_OPEN_NAMESPACE: 'workers' })
  s3 = await startFauxqs({ port: 0, logger: false })
  workFolder = await mkdtemp(join(tmpdir(), 'workers-'))
  samples = sampleClient(server.url)
  await samples.register()
  const env = { CONDUCTOR_SERVER_URL: `${server.url}/api`, S3_ENDPOINT: s3.address, WORK_FOLDER: workFolder }
  workers = await startWorkers(readConfig(env))
})
afterAll(async () => {
  await workers?.stop()
  await s3?.stop()
  await server?.stop()
  await rm(workFolder, { recursive: true, force: true })
})

async function metadataOf(location: unknown) {
  const response = await fetch(String(location))
  expect(response.status).toBe(200)
  return sharp(Buffer.from(await response.arrayBuffer())).metadata()
}

it('greets whoever the input names', async () => {
  expect((await samples.run('hello_world', { name: 'Grace' })).output).toEqual({ hw_response: 'Hello Grace!' })
  expect((await samples.run('greetings', { name: 'Ada' })).output).toEqual({ result: 'Hello Ada' })
})

it('converts, resizes and uploads a picture in two formats', async () => {
  const input = {
    fileLocation: `${server.url}/api/demo/picture.jpg`,
    recipeParameters: { outputSize: { width: 320, height: 200 } },
  }
  const { output } = await samples.run('image_convert_resize_multipleformat', input)
  expect(await metadataOf(output.fileLocationJpg)).toMatchObject({ format: 'jpeg', width: 320, height: 200 })
  expect(await metadataOf(output.fileLocationWebp)).toMatchObject({ format: 'webp', width: 320, height: 200 })
})

it.each([
  ['a transfer', { loantype: 'education', creditScore: 800, decision: 'yes' }, 'loan_transfer_to_customer_account'],
  ['the bank says no', { loantype: 'property', creditScore: 700, decision: 'yes' }, 'terminate_due_to_bank_rejection'],
  [
    'the customer says no',
    { loantype: 'business', creditScore: 800, decision: 'no' },
    'terminate_due_to_customer_rejection',
  ],
])('loan: %s', async (_name, input, last) => {
  const { tasks } = await samples.run('loan_banking', { ...input, amount: 1000 })
  expect(tasks.at(-1)).toMatchObject({ referenceTaskName: last, status: 'COMPLETED' })
})
