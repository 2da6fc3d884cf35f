import { isIP, type LookupFunction, Socket } from 'node:net'
import { OutboundError, refused } from './outbound-error'
import { howToAllow, LOCAL_NAMES, named, type OwnServer, resolveName } from './outbound-target'
import { isPublicAddress } from './public-address'

/**
 * The guard for what does not speak HTTP: brokers and databases of tenants. A name is resolved once and every address
 * checked; clients connect to the checked address and use the name for TLS only.
 */
export interface Dialer {
  /** The address to connect to. Rejects with `OutboundError`. */
  resolve(host: string, port: number): Promise<string>
  /** For clients that open connections by themselves to whatever a broker names; refusals are `error` events. */
  connect(host: string, port: number): Socket
}

export interface DialerOptions {
  /** False: the operator has switched every call off. */
  readonly enabled: boolean
  /** `host:port`, lower case: reached whatever their address. */
  readonly allow: readonly string[]
  readonly own: OwnServer
  /** This server's database, which no tenant reaches, allowed or not. */
  readonly database: Place | null
  readonly resolve?: (host: string) => Promise<readonly string[]>
}

export interface Place {
  readonly host: string
  readonly port: number
}

/** Brokers and databases listen above; below are mail, shells and the like. */
const FIRST_PORT = 1024
const LOW_PORTS: readonly number[] = [443]

export function createDialer(options: DialerOptions): Dialer {
  const check = async (host: string, port: number): Promise<readonly string[]> => {
    const place = { host: host.replace(/^\[|\]$/g, '').replace(/\.$/, ''), port }
    if (!options.enabled) throw refused('the operator of this server has switched calls off (PLAYGROUND_OUTBOUND=off)')
    return checkPlace(place, options)
  }
  return {
    resolve: async (host, port) => {
      const [first] = [...(await check(host, port))].sort((a, b) => isIP(a) - isIP(b))
      if (first === undefined) throw refused(`${host} has no address`)
      return first
    },
    connect: (host, port) => {
      const socket = new Socket()
      const lookup: LookupFunction = (name, wanted, done) => {
        check(name, port).then(
          (addresses) => {
            const found = addresses.map((address) => ({ address, family: isIP(address) }))
            const [first] = found
            if (wanted.all) done(null, found)
            else done(null, first?.address ?? '', first?.family)
          },
          (error: Error) => done(error, ''),
        )
      }
      // A literal address is not looked up: it is checked before, behind a name that only leads to the check.
      if (isIP(host) === 0) return socket.connect({ host, port, lookup })
      return socket.connect({ host: 'literal', port, lookup: (_name, wanted, done) => lookup(host, wanted, done) })
    },
  }
}

async function checkPlace(place: Place, options: DialerOptions): Promise<readonly string[]> {
  const { host, port } = place
  const { resolve = resolveName, allow, own, database } = options
  const addressesOf = async (name: string) => (isIP(name) === 0 ? resolve(name) : [name])
  const open = allow.includes(`${host.toLowerCase()}:${port}`)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw refused(`${port} is no port`)
  if (!open && port < FIRST_PORT && !LOW_PORTS.includes(port)) throw refused(`port ${port} is not allowed`)
  if (!open && LOCAL_NAMES.test(host)) throw refused(`${host} is a local name${howToAllow(`${host}:${port}`)}`)
  const addresses = await addressesOf(host)
  if (database !== null && port === database.port) {
    if (await meetsOwn(addresses, await addressesOf(database.host).catch(nothing), addressesOf))
      throw refused(`${host}:${port} is the database of this server itself`)
  }
  if (open) return addresses
  const blocked = addresses.find((address) => !isPublicAddress(address))
  if (blocked !== undefined)
    throw refused(`${named(host, blocked)} is not a public address${howToAllow(`${host}:${port}`)}`)
  for (const origin of own.origins) {
    const name = new URL(origin).hostname.replace(/^\[|\]$/g, '')
    const ours = LOCAL_NAMES.test(name) ? [] : await addressesOf(name).catch(nothing)
    if (addresses.some((address) => ours.includes(address))) throw refused(`${host}:${port} is this server itself`)
  }
  return addresses
}

/** On one machine every loopback and wildcard address leads to the same listener. */
async function meetsOwn(
  addresses: readonly string[],
  ours: readonly string[],
  addressesOf: (name: string) => Promise<readonly string[]>,
): Promise<boolean> {
  const here = await addressesOf('localhost').catch(nothing)
  const isHere = (address: string) => here.includes(address) || /^(127\.|0\.0\.0\.0$|::1?$|::ffff:127\.)/.test(address)
  return addresses.some((address) => ours.includes(address) || (isHere(address) && ours.some(isHere)))
}

const nothing = (): readonly string[] => []

/** What went wrong on the way to a broker, in words; the guard's refusals are for good. */
export function isRefusal(error: unknown): error is OutboundError {
  return error instanceof OutboundError && error.kind === 'refused'
}
