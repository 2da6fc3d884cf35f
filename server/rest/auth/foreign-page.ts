import { isIP } from 'node:net'
import type { HonoRequest } from 'hono'

/**
 * Whether a browser sent this for a page that is not ours. Only matters where no credential is asked for: there any
 * page that a developer looks at could otherwise act. SDKs and curl say nothing about pages and are let through.
 */
export function isFromForeignPage(request: HonoRequest, publicUrl: string): boolean {
  const site = request.header('sec-fetch-site')
  const origin = request.header('origin')
  if (site === undefined && origin === undefined) return false
  const host = request.header('host') ?? ''
  if (!isOwnHost(host, publicUrl)) return true
  if (origin !== undefined) return hostOf(origin) !== host
  return site !== 'same-origin' && site !== 'none'
}

/** A name that somebody else owns may be made to lead here; an address or our own name may not. */
function isOwnHost(host: string, publicUrl: string): boolean {
  const name = URL.parse(`http://${host}`)?.hostname.replace(/^\[|\]$/g, '') ?? ''
  return name === 'localhost' || isIP(name) !== 0 || host === hostOf(publicUrl)
}

function hostOf(url: string): string | null {
  return URL.parse(url)?.host ?? null
}
