import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { OutboundError, refused } from './outbound-error'
import { isPublicAddress } from './public-address'

/** What the operator opened, and where this server itself is. */
export interface OutboundPolicy {
  /** `host:port`, lower case: these targets are reached whatever their address and port. */
  readonly allow: readonly string[]
  readonly own: OwnServer
  readonly resolve: (host: string) => Promise<readonly string[]>
}

/** This server, of which only `/api/demo/` may be called. */
export interface OwnServer {
  /** Under which people know it: its public address, and the port it listens on. */
  readonly origins: readonly string[]
  /** Where it is reached from here. The public address may lead to a proxy that this machine cannot call. */
  readonly listener: string
}

/** A checked URL and the one address that the connection goes to. */
export interface OutboundTarget {
  readonly url: URL
  readonly address: string
}

const PORTS: readonly number[] = [80, 443, 8080, 8443]
const DEMO_PATH = '/api/demo/'
/** Names of machines that only this one knows. */
export const LOCAL_NAMES = /(^|\.)(localhost|local|internal|home\.arpa)$/

/** Names are resolved once, here; the connection is made to the address that was checked. */
export async function checkTarget(text: string, policy: OutboundPolicy, signal: AbortSignal): Promise<OutboundTarget> {
  const given = parseUrl(text)
  const own = ownTarget(given, policy)
  const url = own ?? given
  const open = own !== null || policy.allow.includes(placeOf(url))
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (!open) checkName(url, host)
  const addresses = await within(signal, addressesOf(host, policy))
  const blocked = open ? undefined : addresses.find((address) => !isPublicAddress(address))
  if (blocked !== undefined) throw refused(`${named(host, blocked)} is not a public address${howToAllow(placeOf(url))}`)
  if (!open) await refuseOwnAddress(url, addresses, policy)
  const [first] = [...addresses].sort((a, b) => isIP(a) - isIP(b))
  if (first === undefined) throw refused(`${host} has no address`)
  return { url, address: first }
}

function parseUrl(text: string): URL {
  // Browsers drop tabs and line breaks and read `\` as `/`; here such a URL is a trick.
  if (hasControlCharacter(text) || text.includes('\\'))
    throw refused('the URI contains characters that are not allowed')
  const url = URL.parse(text.trim())
  if (!url) throw refused(`"${text.slice(0, 200)}" is not a valid URI`)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(`only http and https may be called, not ${url.protocol}`)
  if (url.username !== '' || url.password !== '')
    throw refused('a URI with a user name or password is not allowed; use a header')
  return url
}

/** The demo path of this server, at its listener; null: another server. */
function ownTarget(url: URL, { own }: OutboundPolicy): URL | null {
  if (!own.origins.includes(url.origin)) return null
  if (!url.pathname.startsWith(DEMO_PATH))
    throw refused(`of this server only ${DEMO_PATH} may be called from a workflow`)
  return new URL(url.pathname + url.search, own.listener)
}

function checkName(url: URL, host: string): void {
  const hint = howToAllow(placeOf(url))
  if (!PORTS.includes(portOf(url)))
    throw refused(`port ${portOf(url)} is not allowed; these are: ${PORTS.join(', ')}${hint}`)
  if (LOCAL_NAMES.test(host)) throw refused(`${host} is a local name${hint}`)
}

async function addressesOf(host: string, { resolve }: OutboundPolicy): Promise<readonly string[]> {
  return isIP(host) === 0 ? resolve(host) : [host]
}

/** A lookup cannot be cancelled, but nobody has to wait for it. */
function within<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  const expired = new Promise<never>((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => reject(new OutboundError('failed', 'the host name was not resolved in time')),
      { once: true },
    )
  })
  return Promise.race([promise, expired])
}

/** Another name for this server is no way around the demo path. */
async function refuseOwnAddress(url: URL, addresses: readonly string[], policy: OutboundPolicy): Promise<void> {
  for (const origin of policy.own.origins) {
    const own = new URL(origin).hostname.replace(/^\[|\]$/g, '')
    if (LOCAL_NAMES.test(own)) continue
    const ownAddresses = await addressesOf(own, policy).catch((): readonly string[] => [])
    if (addresses.some((address) => ownAddresses.includes(address))) throw refused(`${url.host} is this server itself`)
  }
}

function portOf(url: URL): number {
  return url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port)
}

function placeOf(url: URL): string {
  return `${url.hostname}:${portOf(url)}`
}

/** The end of a refusal that is the operator's to lift. */
export function howToAllow(place: string): string {
  return `; whoever runs this server can open it with PLAYGROUND_OUTBOUND_ALLOW=${place}`
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((char) => char < ' ' || char === '\u007f')
}

/** How a refusal names an address. */
export function named(host: string, address: string): string {
  return host === address ? address : `${address}, the address of ${host},`
}

/** Every address of a name, as this machine resolves it. */
export async function resolveName(host: string): Promise<readonly string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch {
    throw new OutboundError('failed', `the host name ${host} cannot be resolved`)
  }
}
