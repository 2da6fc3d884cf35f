import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import { OutboundError, refused } from './outbound-error'
import { type Headers, outboundHeaders, redirectHeaders } from './outbound-headers'
import { checkTarget, type OutboundPolicy, type OutboundTarget, type OwnServer, resolveName } from './outbound-target'
import { readBody } from './read-body'

/** The one door through which requests leave on a tenant's behalf. */
export interface OutboundGuard {
  /** Rejects with `OutboundError`. Redirects are followed here, each checked like the first request. */
  readonly send: (request: OutboundRequest) => Promise<OutboundResponse>
}

export interface OutboundRequest {
  readonly method: string
  readonly url: string
  readonly headers: Headers
  readonly body: string | null
  readonly connectTimeoutMs: number
  readonly readTimeoutMs: number
}

export interface OutboundResponse {
  readonly status: number
  readonly reason: string
  /** Names as the server wrote them. */
  readonly headers: Readonly<Record<string, readonly string[]>>
  readonly body: Buffer
}

export interface OutboundOptions {
  /** False: the operator has switched every call off. */
  readonly enabled: boolean
  readonly allow: readonly string[]
  readonly own: OwnServer
  readonly totalMs: number
  readonly maxBytes: number
  readonly resolve?: OutboundPolicy['resolve']
}

const MAX_REDIRECTS = 3
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]

export function createOutboundGuard(options: OutboundOptions): OutboundGuard {
  const { enabled, allow, own, resolve = resolveName } = options
  const policy: OutboundPolicy = { allow, own, resolve }
  return {
    send: async (first) => {
      if (!enabled) throw refused('the operator of this server has switched HTTP calls off (PLAYGROUND_OUTBOUND=off)')
      const signal = AbortSignal.timeout(options.totalMs)
      let next: OutboundRequest = { ...first, headers: outboundHeaders(first.headers) }
      for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
        const response = await sendOnce(next, await checkTarget(next.url, policy, signal), { signal, ...options })
        const location = header(response, 'location')
        if (!REDIRECTS.includes(response.status) || location === undefined) return response
        next = redirected(next, response.status, location)
      }
      throw refused(`more than ${MAX_REDIRECTS} redirects`)
    },
  }
}

interface SendOptions {
  readonly signal: AbortSignal
  readonly totalMs: number
  readonly maxBytes: number
}

async function sendOnce(
  outbound: OutboundRequest,
  target: OutboundTarget,
  options: SendOptions,
): Promise<OutboundResponse> {
  const agent = pinnedAgent(target, outbound)
  try {
    const { statusCode, statusText, headers, body } = await request(target.url, {
      dispatcher: agent,
      method: outbound.method as 'GET',
      headers: { ...outbound.headers, host: new URL(outbound.url).host },
      body: outbound.body,
      signal: options.signal,
      responseHeaders: 'raw',
    })
    const fields = headerLists(headers as unknown as readonly string[])
    const encoding = header({ headers: fields }, 'content-encoding')
    const bytes = await readBody(body as Readable, encoding, options.maxBytes)
    return { status: statusCode, reason: statusText, headers: fields, body: bytes }
  } catch (error) {
    throw explained(error, outbound, options)
  } finally {
    void agent.destroy().catch(() => undefined)
  }
}

/** Connects to the checked address only, whatever the name means a moment later; Host and SNI keep the name. */
function pinnedAgent({ address }: OutboundTarget, outbound: OutboundRequest): Agent {
  const family = address.includes(':') ? 6 : 4
  return new Agent({
    connect: {
      timeout: outbound.connectTimeoutMs,
      lookup: (_name, _options, done) => done(null, [{ address, family }]),
    },
    headersTimeout: outbound.readTimeoutMs,
    bodyTimeout: outbound.readTimeoutMs,
    // Asks to keep the connection as other clients do; the agent goes with the answer all the same.
    pipelining: 1,
  })
}

function redirected(from: OutboundRequest, status: number, location: string): OutboundRequest {
  const url = URL.parse(location, from.url)
  if (!url) throw refused('the answer redirects to something that is not a URI')
  const sameOrigin = url.origin === new URL(from.url).origin
  const keepsMethod = status === 307 || status === 308 || from.method === 'GET' || from.method === 'HEAD'
  if (keepsMethod && from.body !== null && !sameOrigin)
    throw refused(`the answer redirects a ${from.method} to another origin`)
  const headers = redirectHeaders(from.headers, sameOrigin)
  return {
    ...from,
    url: url.href,
    headers,
    method: keepsMethod ? from.method : 'GET',
    body: keepsMethod ? from.body : null,
  }
}

function explained(
  error: unknown,
  { connectTimeoutMs, readTimeoutMs }: OutboundRequest,
  { totalMs }: SendOptions,
): Error {
  if (error instanceof OutboundError) return error
  if (!(error instanceof Error)) return new OutboundError('failed', String(error))
  const code = 'code' in error ? String(error.code) : ''
  const words: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'connection refused',
    ECONNRESET: 'the connection was closed',
    UND_ERR_SOCKET: 'the connection was closed',
    UND_ERR_CONNECT_TIMEOUT: `no connection within ${connectTimeoutMs} ms`,
    UND_ERR_HEADERS_TIMEOUT: `no answer within ${readTimeoutMs} ms`,
    UND_ERR_BODY_TIMEOUT: `no more data within ${readTimeoutMs} ms`,
  }
  if (error.name === 'TimeoutError') return new OutboundError('failed', `not finished within ${totalMs} ms`)
  return new OutboundError('failed', words[code] ?? error.message)
}

function headerLists(raw: readonly (string | Buffer)[]): Record<string, string[]> {
  const lists = new Map<string, string[]>()
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = String(raw[at])
    lists.set(name, [...(lists.get(name) ?? []), String(raw[at + 1])])
  }
  return Object.fromEntries(lists)
}

function header({ headers }: Pick<OutboundResponse, 'headers'>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1][0]
}
