import { Socket } from 'node:net'
import type { Client } from 'pg'
import { numberOf, textOf, tlsOf } from '@/server/executors/brokers/settings'
import type { OutboundDoors } from '@/server/executors/outbound-doors'
import { OutboundError } from '@/server/executors/outbound-error'
import type { Settings } from '@/server/model/integration'
import { jsonParser } from './column-values'

export interface DatabaseBounds {
  readonly statementMs: number
  /** Of everything that the server sends. */
  readonly receivedBytes: number
}

const CONNECT_MS = 10_000
const CHECK: DatabaseBounds = { statementMs: 10_000, receivedBytes: 1024 * 1024 }

/** A connection to a tenant's PostgreSQL. Rejects with `OutboundError`. */
export async function connectDatabase(
  settings: Settings,
  { dialer }: OutboundDoors,
  { statementMs, receivedBytes }: DatabaseBounds,
): Promise<Client> {
  const host = textOf(settings, 'host') ?? ''
  const port = numberOf(settings, 'port', 5432)
  const address = await dialer.resolve(host, port)
  const { default: pg } = await import('pg')
  const schema = textOf(settings, 'schema')
  const client = new pg.Client({
    host: address,
    port,
    database: textOf(settings, 'database') ?? '',
    user: textOf(settings, 'username') ?? '',
    password: textOf(settings, 'password') ?? '',
    ssl: tlsOf(settings, host) ?? false,
    stream: () => boundedSocket(receivedBytes),
    connectionTimeoutMillis: CONNECT_MS,
    statement_timeout: statementMs,
    // The server keeps the time itself; this is for one that does not.
    query_timeout: statementMs + 1_000,
    application_name: 'conductor-playground',
    types: { getTypeParser: jsonParser },
  })
  // A connection that breaks between two statements must not end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (schema !== undefined) await client.query(`set search_path to ${pg.escapeIdentifier(schema)}`)
    return client
  } catch (error) {
    void client.end().catch(() => undefined)
    throw new OutboundError('failed', `${host}:${port}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** What the server is and who we are to it. */
export async function checkDatabase(settings: Settings, doors: OutboundDoors): Promise<string> {
  const client = await connectDatabase(settings, doors, CHECK)
  try {
    const { rows } = await client.query<{ version: string; name: string }>(
      `select current_setting('server_version') as version, current_user::text as name`,
    )
    return `Connected: PostgreSQL ${rows[0]?.version ?? '?'}, as ${rows[0]?.name ?? '?'}.`
  } catch (error) {
    throw new OutboundError('failed', error instanceof Error ? error.message : String(error))
  } finally {
    void client.end().catch(() => undefined)
  }
}

/** A row is only seen when it is complete, so what arrives is counted before. */
function boundedSocket(most: number): Socket {
  const socket = new Socket()
  let received = 0
  socket.on('data', (chunk: Buffer) => {
    received += chunk.length
    if (received > most) socket.destroy(new Error(`the server sent more than ${most} bytes (limit taskOutputBytes)`))
  })
  return socket
}
