import { refused } from './outbound-error'

export type Headers = Readonly<Record<string, string>>

/** Would change what is sent, or to whom. */
const REFUSED = new Set([
  'host',
  'transfer-encoding',
  'content-length',
  'connection',
  'upgrade',
  'trailer',
  'te',
  'expect',
])
/** Belong to one hop, to a proxy or to a cloud's metadata service: dropped without a word. */
const DROPPED =
  /^(keep-alive|proxy-.*|metadata.*|x-aws-ec2-metadata.*|x-google-metadata.*|x-forwarded-.*|forwarded|x-middleware-.*|user-agent|accept-encoding)$/
const NAME = /^[a-z0-9!#$%&'*+.^_`|~-]+$/

/** Names in lower case; the sender is always named, and compressed answers are not asked for. */
export function outboundHeaders(given: Headers): Headers {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(given)) {
    const lower = name.toLowerCase()
    if (!NAME.test(lower) || /[\r\n\0]/.test(value)) throw refused(`the header ${JSON.stringify(name)} is not valid`)
    if (REFUSED.has(lower)) throw refused(`the header ${name} is set by the server and cannot be given`)
    if (!DROPPED.test(lower)) headers[lower] = value
  }
  return { ...headers, 'user-agent': 'ConductorPlayground (HTTP task)', 'accept-encoding': 'identity' }
}

/** Across origins nothing of the caller goes along. */
export function redirectHeaders(headers: Headers, sameOrigin: boolean): Headers {
  if (sameOrigin) return headers
  const { accept = '*/*' } = headers
  return { accept, 'user-agent': headers['user-agent'] ?? '', 'accept-encoding': 'identity' }
}
