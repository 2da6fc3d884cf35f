import type { OwnServer } from './outbound-target'

export interface OwnPlace {
  readonly publicUrl: string
  readonly port: number
  /** null: every address of this machine. */
  readonly host: string | null
}

const ANY_ADDRESS: readonly (string | null)[] = [null, '', '0.0.0.0', '::']

/** Behind a proxy the public address and the listening port differ; calls to either are made to the port. */
export function ownServer({ publicUrl, port, host }: OwnPlace): OwnServer {
  const address = host === null || ANY_ADDRESS.includes(host) ? '127.0.0.1' : host
  const listener = `http://${address.includes(':') ? `[${address}]` : address}:${port}`
  const origins = [publicUrl, `http://localhost:${port}`, listener].map((url) => new URL(url).origin)
  return { origins: [...new Set(origins)], listener }
}
