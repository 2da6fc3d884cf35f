import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import type { DefinitionSnapshot } from '@/server/model/execution'
import type { NamespaceId } from '@/server/model/ids'
import { loadSnapshots } from './sql/load-snapshots'

/** Definitions as executions keep them: found by the hash of their content, never changed, parsed once. */
export interface SnapshotCache {
  get(namespaceId: NamespaceId, hash: string): DefinitionSnapshot | undefined
  /** It is in the database: no execution needs to write it again. */
  keep(namespaceId: NamespaceId, hash: string, snapshot: DefinitionSnapshot): void
  load(client: Client, wanted: readonly SnapshotKey[]): Promise<void>
}

export interface SnapshotKey {
  readonly namespaceId: NamespaceId
  readonly hash: string
}

const MAX_ENTRIES = 2_000

export function createSnapshotCache(): SnapshotCache {
  const cache = new Map<string, DefinitionSnapshot>()
  const keyOf = (namespaceId: NamespaceId, hash: string): string => `${namespaceId}:${hash}`

  const keep: SnapshotCache['keep'] = (namespaceId, hash, snapshot) => {
    const key = keyOf(namespaceId, hash)
    if (cache.has(key)) return
    const [oldest] = cache.keys()
    if (cache.size >= MAX_ENTRIES && oldest !== undefined) cache.delete(oldest)
    cache.set(key, snapshot)
  }

  return {
    keep,
    get: (namespaceId, hash) => cache.get(keyOf(namespaceId, hash)),
    async load(client, wanted) {
      const unknown = new Map(wanted.map((each) => [keyOf(each.namespaceId, each.hash), each] as const))
      for (const key of unknown.keys()) if (cache.has(key)) unknown.delete(key)
      if (unknown.size === 0) return
      const rows = await loadSnapshots(client, [...unknown.values()])
      for (const row of rows) keep(row.namespaceId, row.hash, row.body)
    },
  }
}

export function hashOf(snapshot: DefinitionSnapshot): { hash: string; body: string } {
  const body = JSON.stringify(snapshot)
  return { body, hash: createHash('sha256').update(body).digest('base64url').slice(0, 32) }
}
