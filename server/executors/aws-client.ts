import { textOf } from '@/server/executors/brokers/settings'
import type { Settings } from '@/server/model/integration'
import { OutboundError } from './outbound-error'
import type { OutboundGuard, OutboundResponse } from './outbound-guard'

/** Calls of AWS or of a server that speaks as it does: signed with version 4, sent through the guard. */
export interface AwsCall {
  readonly service: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly timeoutMs: number
}

export async function callAws(guard: OutboundGuard, settings: Settings, call: AwsCall): Promise<OutboundResponse> {
  const { AwsClient } = await import('aws4fetch')
  const region = textOf(settings, 'region') ?? ''
  const sessionToken = textOf(settings, 'sessionToken')
  const client = new AwsClient({
    accessKeyId: textOf(settings, 'accessKeyId') ?? '',
    secretAccessKey: textOf(settings, 'secretAccessKey') ?? '',
    ...(sessionToken !== undefined && { sessionToken }),
    region,
    service: call.service,
  })
  const url = awsUrl(settings, call)
  const signed = await client.sign(url, { method: 'POST', headers: { ...call.headers }, body: call.body })
  return guard.send({
    method: 'POST',
    url,
    headers: Object.fromEntries([...signed.headers].filter(([name]) => name !== 'host')),
    body: call.body,
    connectTimeoutMs: Math.min(10_000, call.timeoutMs),
    readTimeoutMs: call.timeoutMs,
  })
}

function awsUrl(settings: Settings, { service, path }: AwsCall): string {
  const region = textOf(settings, 'region') ?? ''
  const endpoint = textOf(settings, 'endpoint')
  if (endpoint === undefined && !/^[a-z0-9-]+$/.test(region))
    throw new OutboundError('refused', `"${region}" is no region`)
  const base = endpoint ?? `https://${service}.${region}.amazonaws.com`
  return base.replace(/\/+$/, '') + path
}
