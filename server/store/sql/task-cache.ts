import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { rowsOf } from './run'

/** Results belong to a namespace, the task's name and a key, of which only the hash is kept. */
export interface CachePlace {
  readonly namespaceId: NamespaceId
  readonly taskName: string
  readonly keyHash: string
}

export interface CachedResult extends CachePlace {
  readonly output: JsonObject
  readonly seconds: number
}

const READ_CACHE = {
  name: 'read-task-cache',
  text: `
    select k.nth::int, c.output
    from unnest($1::int[], $2::text[], $3::text[]) with ordinality as k(namespace_id, task_name, key_hash, nth)
    join task_cache c on c.namespace_id = k.namespace_id and c.task_name = k.task_name and c.key_hash = k.key_hash
    where c.expires_at > $4`,
}

/** In the order of the key, as everybody who writes here, so that two batches cannot wait for each other. */
const WRITE_CACHE = {
  name: 'write-task-cache',
  text: `
    insert into task_cache (namespace_id, task_name, key_hash, output, stored_at, expires_at)
    select namespace_id, task_name, key_hash, output, $6, $6 + seconds * 1000
    from unnest($1::int[], $2::text[], $3::text[], $4::json[], $5::int8[])
      as u(namespace_id, task_name, key_hash, output, seconds)
    order by 1, 2, 3
    on conflict (namespace_id, task_name, key_hash) do update
    set output = excluded.output, stored_at = excluded.stored_at, expires_at = excluded.expires_at`,
}

/** The oldest beyond so many of each namespace; those that somebody else is writing stay until the next time. */
const TRIM_CACHE = {
  name: 'trim-task-cache',
  text: `
    with surplus as materialized (
      select o.* from unnest($1::int[]) as n(id) cross join lateral (
        select namespace_id, task_name, key_hash from task_cache
        where namespace_id = n.id order by stored_at desc offset $2
      ) o
    ), held as (
      select c.namespace_id, c.task_name, c.key_hash
      from task_cache c join surplus using (namespace_id, task_name, key_hash) for update of c skip locked
    )
    delete from task_cache c using held h
    where c.namespace_id = h.namespace_id and c.task_name = h.task_name and c.key_hash = h.key_hash`,
}

/** What has not expired, in the order of the places. */
export async function readTaskCache(
  client: Client,
  places: readonly CachePlace[],
  now: number,
): Promise<(JsonObject | null)[]> {
  const rows = await rowsOf<{ nth: number; output: JsonObject }>(client, READ_CACHE, [...columnsOf(places), now])
  const found = new Map(rows.map(({ nth, output }) => [nth, output]))
  return places.map((_, i) => found.get(i + 1) ?? null)
}

export const writeTaskCache = (client: Client, results: readonly CachedResult[], now: number): Promise<unknown> =>
  rowsOf(client, WRITE_CACHE, [
    ...columnsOf(results),
    results.map(({ output }) => JSON.stringify(output)),
    results.map(({ seconds }) => seconds),
    now,
  ])

export const trimTaskCache = (client: Client, results: readonly CachedResult[], limit: number): Promise<unknown> =>
  rowsOf(client, TRIM_CACHE, [[...new Set(results.map(({ namespaceId }) => namespaceId))], limit])

function columnsOf(places: readonly CachePlace[]): unknown[] {
  return [
    places.map(({ namespaceId }) => namespaceId),
    places.map(({ taskName }) => taskName),
    places.map(({ keyHash }) => keyHash),
  ]
}
