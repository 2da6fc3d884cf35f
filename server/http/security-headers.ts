import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'

/** For every answer: data is never sniffed into a page, pages are never framed, addresses never leak. */
export function setSecurityHeaders(response: ServerResponse, isSecure: boolean): void {
  if (isSecure) response.setHeader('strict-transport-security', 'max-age=31536000')
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('x-frame-options', 'DENY')
}

export const newNonce = () => randomBytes(16).toString('base64')

/** Scripts run only from our own files or with this answer's nonce. Styles may be inline: editor and canvas set them. */
export function pagePolicy(nonce: string, isDev: boolean): string {
  // React's and Turbopack's development builds evaluate code and talk over a WebSocket.
  const [evaluation, sockets] = isDev ? [" 'unsafe-eval'", ' ws:'] : ['', '']
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${evaluation}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
