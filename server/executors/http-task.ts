import type { PerformOutcome } from '@/server/engine/event'
import type { Json, JsonObject } from '@/server/model/json'
import { exceedsDepth, parseForeignJson, storableText } from './foreign-json'
import { hedgedCall } from './hedged-call'
import { type HttpRequest, readHttpRequest } from './http-request'
import { OutboundError } from './outbound-error'
import type { OutboundGuard, OutboundResponse } from './outbound-guard'

/** Deeper answers stay text. */
const MAX_DEPTH = 100

/**
 * Performs an HTTP task: what it shows as `response`, or why it failed, as Conductor words it. `admit` says whether
 * the task's namespace may call this host now.
 */
export async function callHttp(
  input: JsonObject,
  guard: OutboundGuard,
  admit: (host: string) => boolean = () => true,
): Promise<PerformOutcome> {
  const request = readHttpRequest(input)
  if (typeof request === 'string') return { status: 'failed', output: {}, reason: request, retryable: true }
  const host = URL.parse(request.url)?.host
  if (host === undefined) return failure(`"${request.url.slice(0, 500)}" is not a valid URI`, true)
  if (!admit(host)) return failure(`too many requests to ${host} within a minute (limit httpPerMinutePerHost)`, true)
  try {
    const response = await send(request, guard, () => admit(host))
    return isAccepted(request, response.status) ? success(response) : failure(statusText(request, response), true)
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error
    const text = `I/O error on ${request.method} request for "${request.url.slice(0, 500)}": ${error.message}`
    return failure(text, error.kind === 'failed')
  }
}

/** Each further attempt counts among what may be sent to the host. */
function send(request: HttpRequest, guard: OutboundGuard, admit: () => boolean): Promise<OutboundResponse> {
  if (request.attempts === 1) return guard.send(request)
  let made = 0
  const call = async () => {
    made += 1
    if (made > 1 && !admit()) throw new OutboundError('failed', 'too many requests to the host within a minute')
    return guard.send(request)
  }
  return hedgedCall({
    attempts: request.attempts,
    afterMs: request.readTimeoutMs / request.attempts,
    call,
    isGood: ({ status }) => isAccepted(request, status),
    isFinal: (error) => !(error instanceof OutboundError) || error.kind === 'refused',
  })
}

function isAccepted({ accepted }: HttpRequest, status: number): boolean {
  if (status >= 200 && status < 300) return true
  return accepted.includes(String(status)) || accepted.includes(`${Math.floor(status / 100)}xx`)
}

function success(response: OutboundResponse): PerformOutcome {
  const { status, reason, headers, body } = response
  return {
    status: 'completed',
    output: { response: { headers, reasonPhrase: reason, body: parseBody(body), statusCode: status } },
  }
}

function failure(text: string, retryable: boolean): PerformOutcome {
  return {
    status: 'failed',
    output: { response: text },
    reason: `Failed to invoke HTTP task due to: ${text}`,
    retryable,
  }
}

/** The query stays away: it may hold keys. */
function statusText({ method, url }: HttpRequest, { status, reason, body }: OutboundResponse): string {
  const text = storableText(body.toString('utf8')).slice(0, 2000)
  const address = url.split(/[?#]/)[0]?.slice(0, 500)
  return `${status} ${reason} on ${method} request for "${address}": ${text === '' ? '[no body]' : `"${text}"`}`
}

/** Objects, lists and numbers are parsed; a bare text loses its quotes, everything else stays text. */
function parseBody(body: Buffer): Json {
  if (body.length === 0) return null
  const text = body.toString('utf8')
  if (exceedsDepth(text, MAX_DEPTH)) return storableText(text)
  try {
    const value = parseForeignJson(text)
    return typeof value === 'boolean' || value === null ? text : value
  } catch {
    return storableText(text)
  }
}
