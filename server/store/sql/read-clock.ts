import type { Client } from 'pg'
import { DB_NOW } from '@/server/queue/clock'
import { rowsOf } from './run'

/** Sent behind the locks: transitions of one execution then carry rising times, whoever makes them. */
const READ_CLOCK = { name: 'read-clock', text: `select ${DB_NOW} as now` }

export async function readClock(client: Client): Promise<number> {
  const [row] = await rowsOf<{ now: number }>(client, READ_CLOCK, [])
  return row?.now ?? 0
}
