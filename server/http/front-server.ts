import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { newId } from '@/server/platform/ids'
import type { Logger } from '@/server/platform/logger'
import type { Pages } from './pages'
import { cleanHeaders, NONCE, PEER_ADDRESS, peerAddress, REQUEST_ID, requestIdOf, setHeader } from './request-headers'
import { frontOf, pathOf } from './route-request'
import { newNonce, pagePolicy, setSecurityHeaders } from './security-headers'

/** The HTTP server: cleans a request, gives it an id and hands it to Hono (the API) or Next (pages, sign-in). */
export interface FrontServerParts {
  readonly rest: Hono
  readonly own: Hono
  readonly pages: Pages
  readonly logger: Logger
  readonly isDev: boolean
  readonly trustProxy: boolean
  /** People reach it by https. */
  readonly isSecure: boolean
}

const SLOW_CLIENT_MS = 10_000
const KEEP_ALIVE_MS = 65_000
/** Forms of signing in are the only bodies that pages take. */
const FORM_BYTES = 64 * 1024

export function createFrontServer(parts: FrontServerParts): Server {
  const { pages, logger, isDev, trustProxy, isSecure } = parts
  const inProcess = {
    rest: getRequestListener(parts.rest.fetch, { overrideGlobalObjects: false }),
    own: getRequestListener(parts.own.fetch, { overrideGlobalObjects: false }),
  }
  const server = createServer(
    {
      headersTimeout: SLOW_CLIENT_MS,
      requestTimeout: SLOW_CLIENT_MS,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: KEEP_ALIVE_MS,
      noDelay: true,
    },
    (request, response) => {
      const url = request.url ?? '/'
      const requestId = requestIdOf(request, newId)
      const address = peerAddress(request, trustProxy)
      cleanHeaders(request, trustProxy)
      setHeader(request, REQUEST_ID, requestId)
      setHeader(request, PEER_ADDRESS, address)
      response.setHeader(REQUEST_ID, requestId)
      setSecurityHeaders(response, isSecure)
      logAnswer(logger, request, response)
      if (!server.listening) response.setHeader('connection', 'close')
      if (!url.startsWith('/')) return refuse(response, 400)
      const front = frontOf(pathOf(url))
      if (front !== 'next') return void inProcess[front](request, response)
      if (!isDev && !isPageRequest(request.method, url)) return refuse(response, 405)
      if (!isReadable(pathOf(url))) return refuse(response, 400)
      if (!isSmall(request)) return refuse(response, 413)
      const nonce = newNonce()
      const policy = pagePolicy(nonce, isDev)
      setHeader(request, NONCE, nonce)
      // Next reads the nonce for its own scripts out of the policy.
      setHeader(request, 'content-security-policy', policy)
      response.setHeader('content-security-policy', policy)
      pages.handle(request, response).catch((err: unknown) => {
        logger.error({ err, requestId }, 'A page failed')
        refuse(response, 500)
      })
    },
  )
  server.on('upgrade', (request, socket, head) => {
    if (isDev) pages.upgrade(request, socket, head)
    else socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  return server
}

/** There are no Server Actions: a page is only ever read. */
function isPageRequest(method: string | undefined, url: string): boolean {
  return method === 'GET' || method === 'HEAD' || pathOf(url).startsWith('/api/auth/')
}

/** Next would take a path that cannot be decoded for a mistake of its own. */
function isReadable(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** One of unknown length counts as large: browsers announce a form's. */
function isSmall({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) <= FORM_BYTES
}

function refuse(response: ServerResponse, status: number): void {
  if (!response.headersSent) response.writeHead(status, { 'content-length': 0 })
  response.end()
}

function logAnswer(logger: Logger, request: IncomingMessage, response: ServerResponse): void {
  const begun = performance.now()
  const { method, url } = request
  response.once('close', () => {
    const { statusCode: status } = response
    const isFailure = status >= 500
    if (!isFailure && !logger.isLevelEnabled('debug')) return
    const ms = Math.round((performance.now() - begun) * 10) / 10
    const line = { requestId: response.getHeader(REQUEST_ID), method, path: pathOf(url ?? '/'), status, ms }
    if (isFailure) logger.error(line, 'request')
    else logger.debug(line, 'request')
  })
}
