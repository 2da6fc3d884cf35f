import type { IncomingMessage } from 'node:http'

/**
 * What the server itself says about a request travels in headers of these names; whatever a client sent under them,
 * or under a name that Next takes for its own, is removed first.
 */
export const REQUEST_ID = 'x-request-id'
export const PEER_ADDRESS = 'x-peer-address'
export const NONCE = 'x-nonce'

/** The two request ids tie a page to its debug channel in development; without them it waits for ever. */
const INTERNAL =
  /^(x-middleware-|x-invoke-|x-matched-path$|x-now-|x-nextjs-(?!request-id$|html-request-id$)|next-action$|x-peer-address$|x-nonce$|content-security-policy)/
const PROXY = /^(x-forwarded-|forwarded$|x-real-ip$)/
const SAFE_ID = /^[\w.-]{1,64}$/

export function cleanHeaders(request: IncomingMessage, trustProxy: boolean): void {
  const kept: string[] = []
  for (let i = 0; i < request.rawHeaders.length; i += 2) {
    const name = request.rawHeaders[i] ?? ''
    const lower = name.toLowerCase()
    if (INTERNAL.test(lower) || (!trustProxy && PROXY.test(lower))) delete request.headers[lower]
    else kept.push(name, request.rawHeaders[i + 1] ?? '')
  }
  if (kept.length !== request.rawHeaders.length) request.rawHeaders = kept
}

export function setHeader(request: IncomingMessage, name: string, value: string): void {
  request.headers[name] = value
  request.rawHeaders.push(name, value)
}

export function requestIdOf(request: IncomingMessage, newId: () => string): string {
  const given = request.headers[REQUEST_ID]
  return typeof given === 'string' && SAFE_ID.test(given) ? given : newId()
}

/**
 * The last hop that the operator's own proxy saw, or the socket's other end. A proxy that the operator did not name is
 * told from its clients' own calls, so that one on this machine makes nobody local. Asked before the headers are cleaned.
 */
export function peerAddress({ headers, socket }: IncomingMessage, trustProxy: boolean): string {
  const address = socket.remoteAddress ?? ''
  if (!trustProxy) return Object.keys(headers).some((name) => PROXY.test(name)) ? `forwarded by ${address}` : address
  const forwarded = headers['x-forwarded-for']
  const chain = Array.isArray(forwarded) ? forwarded.join(',') : forwarded
  return chain?.split(',').at(-1)?.trim() || address
}
