import { AwsClient } from 'aws4fetch'
import type {
  Extension,
  ExtensionCall,
  ExtensionHost,
  TaskTypeExtension,
} from '@/server/executors/extensions/extension'

/**
 * An example of an extension: AWS_LAMBDA calls a function of AWS Lambda and shows what it answered. Start the server
 * with PLAYGROUND_EXTENSIONS=extensions/aws-lambda.ts. Credentials are those of an integration of the type `aws`
 * (`integrationName`, default `aws`), or come with the input, best as ${workflow.secrets.NAME}.
 */
type Input = ExtensionCall['input']

const TIMEOUT_MS = 60_000
/** AWS asks to try again, or is in trouble itself. */
const PASSING = new Set([408, 429])

const lambda: TaskTypeExtension = {
  type: 'AWS_LAMBDA',
  label: 'AWS Lambda',
  hint: 'Call a function in the cloud',
  inputs: [
    { name: 'functionName', hint: 'Name, ARN or partial ARN of the function', required: true },
    { name: 'payload', hint: 'Any JSON; the function’s event' },
    { name: 'invocationType', hint: 'RequestResponse (default) or Event, which does not wait for the answer' },
    { name: 'qualifier', hint: 'A version or an alias' },
    { name: 'integrationName', hint: 'An integration of the type aws; default aws' },
    { name: 'region', hint: 'Instead of the integration’s' },
    { name: 'accessKeyId', hint: 'With secretAccessKey: instead of an integration' },
    { name: 'secretAccessKey', hint: 'Best as ${workflow.secrets.NAME}' },
  ],
  output: { statusCode: 200, executedVersion: '$LATEST', payload: {} },
  perform: async (call, host) => {
    const access = await accessOf(call, host)
    if (typeof access === 'string') return failed(access)
    const { input } = call
    const url = invocationUrl(access, input)
    const body = JSON.stringify(input.payload ?? {})
    const type = input.invocationType === 'Event' ? 'Event' : 'RequestResponse'
    const signed = await access.client.sign(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-amz-invocation-type': type },
      body,
    })
    const headers = Object.fromEntries([...signed.headers].filter(([name]) => name !== 'host'))
    const response = await host.fetch(url, { method: 'POST', headers, body, timeoutMs: TIMEOUT_MS })
    return outcomeOf(response, parsed(await response.text()))
  },
}

interface Access {
  readonly client: AwsClient
  readonly region: string
  readonly endpoint: string
}

async function accessOf({ namespaceId, input }: ExtensionCall, host: ExtensionHost): Promise<Access | string> {
  const name = text(input.integrationName) ?? 'aws'
  const own = text(input.accessKeyId) !== undefined
  const integration = own ? null : await host.integration(namespaceId, name)
  if (!own && integration?.type !== 'aws') return `There is no integration named ${name} of the type aws.`
  const settings = { ...integration?.settings, ...input }
  const region = text(settings.region) ?? ''
  if (!/^[a-z0-9-]+$/.test(region)) return `A region is needed, such as us-east-1; found "${region}".`
  const sessionToken = text(settings.sessionToken)
  const client = new AwsClient({
    accessKeyId: text(settings.accessKeyId) ?? '',
    secretAccessKey: text(settings.secretAccessKey) ?? '',
    ...(sessionToken !== undefined && { sessionToken }),
    service: 'lambda',
    region,
  })
  // Only an integration says where else than to AWS its credentials are sent.
  const endpoint = text(integration?.settings.endpoint) ?? `https://lambda.${region}.amazonaws.com`
  return { client, region, endpoint }
}

function invocationUrl({ endpoint }: Access, input: Input): string {
  const url = new URL(`/2015-03-31/functions/${encodeURIComponent(String(input.functionName))}/invocations`, endpoint)
  const qualifier = text(input.qualifier)
  if (qualifier !== undefined) url.searchParams.set('Qualifier', qualifier)
  return url.href
}

function outcomeOf(response: Response, payload: Input[string]): Awaited<ReturnType<TaskTypeExtension['perform']>> {
  const { status, headers } = response
  const executedVersion = headers.get('x-amz-executed-version') ?? null
  const output = { statusCode: status, executedVersion, payload }
  const functionError = headers.get('x-amz-function-error')
  if (functionError !== null) {
    return {
      status: 'failed',
      output,
      reason: `The function failed (${functionError}): ${said(payload)}`,
      retryable: true,
    }
  }
  if (status >= 200 && status < 300) return { status: 'completed', output }
  const retryable = status >= 500 || PASSING.has(status)
  return { status: 'failed', output, reason: `AWS Lambda answered ${status}: ${said(payload)}`, retryable }
}

function said(payload: Input[string]): string {
  const fields = typeof payload === 'object' && payload !== null && !Array.isArray(payload) ? (payload as Input) : {}
  return (
    text(fields.errorMessage) ?? text(fields.Message) ?? text(fields.message) ?? JSON.stringify(payload).slice(0, 500)
  )
}

function parsed(body: string): Input[string] {
  try {
    return JSON.parse(body) as Input[string]
  } catch {
    return body
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function failed(reason: string) {
  return { status: 'failed', output: {}, reason, retryable: false } as const
}

const extension: Extension = { name: 'aws-lambda', taskTypes: [lambda] }

export default extension
