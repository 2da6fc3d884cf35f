import type { Client } from 'pg'
import { rowsOf } from './run'

/** Removes delivered events with the transition that they cause; one that is gone was delivered before. */
const TAKE_MAIL = {
  name: 'take-mail',
  text: 'delete from inbox where id = any($1::uuid[]) returning id',
}

export async function takeMail(client: Client, ids: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(client, TAKE_MAIL, [ids])
  return new Set(rows.map(({ id }) => id))
}
