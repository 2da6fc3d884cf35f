import { isIP } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import type { Settings } from '@/server/model/integration'

/** Settings have been checked against their kind when they were saved; what is empty counts as unset. */
export function textOf(settings: Settings, name: string): string | undefined {
  const value = settings[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

export function numberOf(settings: Settings, name: string, fallback: number): number {
  const value = settings[name]
  return typeof value === 'number' ? value : fallback
}

/** Null: not encrypted. The certificate is always checked against the name; an address is no name to ask for. */
export function tlsOf(settings: Settings, host?: string): ConnectionOptions | null {
  if (settings.tls !== true) return null
  const ca = textOf(settings, 'caCertificate')
  const name = host === undefined ? {} : isIP(host) === 0 ? { servername: host } : { host }
  return { ...(ca !== undefined && { ca }), ...name }
}

export interface Server {
  readonly host: string
  readonly port: number
}

/** `host:port,host:port`, IPv6 in brackets. */
export function serversOf(text: string, defaultPort: number): readonly Server[] {
  return text
    .split(',')
    .map((each) => each.trim().replace(/^[a-z]+:\/\//i, ''))
    .filter((each) => each !== '')
    .map((each) => {
      const port = /:(\d{1,5})$/.exec(each)?.[1]
      const host = port === undefined ? each : each.slice(0, -port.length - 1)
      return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? defaultPort : Number(port) }
    })
}
