import type { Client } from 'pg'
import { rowsOf } from './run'

/**
 * Locks of this transaction on things that are not rows: an idempotency key, a namespace's quota. Taken before the
 * rows and in one order everywhere, so that they cannot deadlock with them.
 */
const LOCK_NAMES = {
  name: 'lock-names',
  text: `
    select pg_advisory_xact_lock(key) from (
      select distinct hashtextextended(name, 0) as key from unnest($1::text[]) as n(name) order by 1
    ) ordered`,
}

export const lockNames = (client: Client, names: readonly string[]): Promise<unknown> =>
  rowsOf(client, LOCK_NAMES, [names])
