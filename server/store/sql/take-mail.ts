import type { Client } from 'pg'
import { rowsOf } from './run'

/**
 * Removes delivered events with the transition that they cause; one that is gone was delivered before. One that
 * overtook another from the same sender, whose delivery a crash left undone, waits for that one: what a child says of
 * its end and of its beginning again means something in that order only.
 */
const TAKE_MAIL = {
  name: 'take-mail',
  text: `
    delete from inbox i where i.id = any($1::uuid[]) and not exists (
      select from inbox earlier
      where earlier.execution_id = i.execution_id and earlier.sender_id = i.sender_id
        and earlier.sent_order < i.sent_order and earlier.id <> all($1::uuid[])
    )
    returning i.id`,
}

export async function takeMail(client: Client, ids: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf<{ id: string }>(client, TAKE_MAIL, [ids])
  return new Set(rows.map(({ id }) => id))
}
