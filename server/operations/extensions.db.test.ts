import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Extension, ExtensionHost } from '@/server/executors/extensions/extension'
import { loadExtensions } from '@/server/executors/extensions/load-extensions'
import { projectRoot } from '@/server/platform/project-root'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createRest } from '@/server/rest/app'
import { createToken, type RestClient, restClient } from '@/server/rest/testing/rest-client'
import { reaches, system } from '@/server/rest/testing/rest-server'
import { takenNames } from './extensions'
import { type SignedServer, startSignedServer } from './testing/signed-server'
import { createTestActor, startExtendedApp, type TestApp } from './testing/test-app'

const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
const published: { uri: string; id: string; payload: unknown }[] = []
const own: Extension = {
  name: 'own',
  sinks: [
    {
      type: 'memory',
      create: () => ({ publish: async ({ uri }, { id, payload }) => void published.push({ uri, id, payload }) }),
    },
  ],
  evaluators: [
    {
      type: 'shout',
      evaluate: ({ expression, input }) => {
        if (expression === 'break') throw new Error('it broke')
        return `${expression}:${JSON.stringify(input)}`.toUpperCase().slice(0, expression.length)
      },
    },
  ],
  taskTypes: [
    {
      type: 'HOST_ECHO',
      label: 'Echo',
      hint: 'What goes in comes out',
      inputs: [{ name: 'text', hint: 'Any text', required: true }],
      output: { echo: '' },
      perform: async ({ input, taskId }) => {
        if (input.text === 'throw') throw new Error('thrown')
        if (input.text === 'later') return { status: 'again', output: { at: 'work' }, afterMs: 600_000 }
        return { status: 'completed', output: { echo: input.text ?? null, taskId } }
      },
    },
  ],
}

let db: TestDatabase
let app: TestApp
let call: RestClient
let aws: SignedServer
let failures = 0

beforeAll(async () => {
  aws = await startSignedServer(SECRET, (url, body) => {
    if (url.includes('/broken/'))
      return {
        status: 200,
        headers: { 'x-amz-function-error': 'Unhandled' },
        body: '{"errorMessage":"division by zero"}',
      }
    if (url.includes('/gone/')) return { status: 404, body: '{"Message":"Function not found"}' }
    if (url.includes('/flaky/') && failures++ === 0) return { status: 503, body: '{"Message":"busy"}' }
    return { status: 200, headers: { 'x-amz-executed-version': '7' }, body: `{"got":${body}}` }
  })
  db = await createTestDatabase()
  const lambda = await loadExtensions([join(projectRoot(), 'extensions', 'aws-lambda.ts')], takenNames)
  app = startExtendedApp(db, [...lambda, own], { PLAYGROUND_OUTBOUND_ALLOW: `localhost:${aws.port}` })
  call = restClient(createRest(app), { 'x-authorization': await createToken(db, await createTestActor(db), 'owner') })
  for (const [name, secretAccessKey] of [
    ['aws', SECRET],
    ['wrong', 'guessed'],
  ] as const) {
    const configuration = {
      region: 'eu-central-1',
      accessKeyId: 'AKID',
      secretAccessKey,
      endpoint: `http://localhost:${aws.port}`,
    }
    await call('POST', `/integrations/provider/${name}`, { type: 'aws', configuration })
  }
})
afterAll(async () => {
  await app.stop()
  aws.close()
  await db.drop()
})

async function run(task: object, status = 'COMPLETED') {
  const registered = await call('POST', '/metadata/workflow?overwrite=true', { name: 'flow', tasks: [task] })
  expect(registered.text).toBe('')
  const id = (await call('POST', '/workflow', { name: 'flow', input: { order: 7 } })).text
  return (await reaches(call, id, status)).tasks
}
const lambda = (inputParameters: object) => system('AWS_LAMBDA', 'call', inputParameters)

describe('a task type of an extension', () => {
  test('is accepted at registration and does what the extension says', async () => {
    const [row] = await run(system('HOST_ECHO', 'echo', { text: '${workflow.input.order}' }))
    expect(row).toMatchObject({
      taskType: 'HOST_ECHO',
      status: 'COMPLETED',
      outputData: { echo: 7, taskId: row.taskId },
    })
  })

  test('fails with what is missing, or with what was thrown', async () => {
    expect((await run(system('HOST_ECHO', 'echo'), 'FAILED'))[0]).toMatchObject({
      status: 'FAILED_WITH_TERMINAL_ERROR',
      reasonForIncompletion: 'Missing input: text',
    })
    expect((await run(system('HOST_ECHO', 'echo', { text: 'throw' }), 'FAILED'))[0].reasonForIncompletion).toBe(
      'thrown',
    )
  })

  test('may be asked for again later, and be the type that a DYNAMIC task names', async () => {
    const dynamic = { ...system('DYNAMIC', 'any', { which: 'HOST_ECHO', text: 'x' }), dynamicTaskNameParam: 'which' }
    expect((await run(dynamic))[0]).toMatchObject({ taskType: 'HOST_ECHO', outputData: { echo: 'x' } })
    await call('POST', '/metadata/workflow?overwrite=true', {
      name: 'slow',
      tasks: [system('HOST_ECHO', 'e', { text: 'later' })],
    })
    const id = (await call('POST', '/workflow', { name: 'slow', input: {} })).text
    await expect
      .poll(async () => (await call('GET', `/workflow/${id}`)).body.tasks[0])
      .toMatchObject({
        status: 'IN_PROGRESS',
        outputData: { at: 'work' },
        callbackAfterSeconds: 600,
      })
  })
})

test('a sink of an extension takes events', async () => {
  const [row] = await run({ ...system('EVENT', 'tell', { a: 1 }), sink: 'memory:here:there' })
  expect(row.status).toBe('COMPLETED')
  expect(published).toMatchObject([{ uri: 'here:there', id: row.taskId, payload: { a: 1, workflowType: 'flow' } }])
})

test('an evaluator of an extension answers INLINE and SWITCH tasks', async () => {
  const inline = system('INLINE', 'say', { evaluatorType: 'shout', expression: 'hello' })
  expect((await run(inline))[0].outputData).toEqual({ result: 'HELLO' })
  const broken = system('INLINE', 'say', { evaluatorType: 'shout', expression: 'break' })
  expect((await run(broken, 'FAILED'))[0].reasonForIncompletion).toContain('it broke')
  const choose = {
    ...system('SWITCH', 'choose'),
    evaluatorType: 'shout',
    expression: 'yes',
    decisionCases: { YES: [system('NOOP', 'yes')] },
    defaultCase: [],
  }
  expect((await run(choose)).map(({ referenceTaskName }: { referenceTaskName: string }) => referenceTaskName)).toEqual([
    'choose',
    'yes',
  ])
})

test('an evaluator of an extension answers conditions of event handlers', async () => {
  const handler = {
    event: 'conductor:flow:news',
    active: true,
    evaluatorType: 'shout',
    actions: [{ action: 'start_workflow', start_workflow: { name: 'heard' } }],
  }
  await call('POST', '/metadata/workflow', { name: 'heard', tasks: [system('NOOP', 'noop')] })
  await call('POST', '/event', { ...handler, name: 'deaf', condition: 'whatever' })
  await run({ ...system('EVENT', 'tell'), sink: 'conductor:news' })
  const records = async () => (await call('GET', '/event/execution/deaf')).body
  await expect.poll(async () => (await records()).map(({ status }: { status: string }) => status)).toEqual(['SKIPPED'])
})

describe('the example AWS_LAMBDA', () => {
  test('signs with the credentials of an integration and shows the answer', async () => {
    const [row] = await run(
      lambda({ functionName: 'arn:aws:lambda:f', payload: { n: '${workflow.input.order}' }, qualifier: 'live' }),
    )
    expect(row.outputData).toEqual({ statusCode: 200, executedVersion: '7', payload: { got: { n: 7 } } })
    expect(aws.requests).toEqual([
      {
        url: '/2015-03-31/functions/arn%3Aaws%3Alambda%3Af/invocations?Qualifier=live',
        type: 'RequestResponse',
        body: '{"n":7}',
      },
    ])
  })

  test('a wrong key, an unknown function and a failing function are told apart', async () => {
    const reasonOf = async (input: object) => {
      const [row] = await run(lambda(input), 'FAILED')
      return [row.status, row.reasonForIncompletion]
    }
    expect(await reasonOf({ functionName: 'f', integrationName: 'wrong' })).toEqual([
      'FAILED_WITH_TERMINAL_ERROR',
      'AWS Lambda answered 403: The request signature we calculated does not match',
    ])
    expect(await reasonOf({ functionName: 'gone' })).toEqual([
      'FAILED_WITH_TERMINAL_ERROR',
      'AWS Lambda answered 404: Function not found',
    ])
    expect(await reasonOf({ functionName: 'broken' })).toEqual([
      'FAILED',
      'The function failed (Unhandled): division by zero',
    ])
    expect((await reasonOf({ functionName: 'f', integrationName: 'none' }))[1]).toContain('no integration named none')
    expect((await reasonOf({}))[1]).toBe('Missing input: functionName')
  })

  test('what passes is tried again as the task definition says', async () => {
    await call('POST', '/metadata/taskdefs', [{ name: 'call', retryCount: 3, retryDelaySeconds: 0 }])
    const rows = await run(lambda({ functionName: 'flaky' }))
    expect(rows.map(({ status }: { status: string }) => status)).toEqual(['FAILED', 'COMPLETED'])
  })

  test('credentials in the input are only ever sent to AWS', async () => {
    const asked: string[] = []
    const host: ExtensionHost = {
      fetch: async (url) => {
        asked.push(url)
        return new Response('{}')
      },
      integration: async () => null,
    }
    const keys = { region: 'eu-central-1', accessKeyId: 'a', secretAccessKey: 'b' }
    const input = { ...keys, functionName: 'f', endpoint: 'https://evil.example.com' }
    const call = { namespaceId: 1, workflowId: 'w', taskId: 't', taskType: 'AWS_LAMBDA', input }
    expect((await app.extensions.taskTypes.get('AWS_LAMBDA')?.perform(call, host))?.status).toBe('completed')
    expect(asked).toEqual(['https://lambda.eu-central-1.amazonaws.com/2015-03-31/functions/f/invocations'])
  })
})
