import type { DefinitionSnapshot } from '@/server/model/execution'
import type { Tenant } from '@/server/platform/tenant'

/**
 * Snapshots never change once written: the newest are kept parsed. Keys carry the namespace, as every cache does.
 */
const MAX_ENTRIES = 500
const cache = new Map<string, DefinitionSnapshot>()

export async function loadSnapshot(tenant: Tenant, hash: string): Promise<DefinitionSnapshot> {
  const key = `${tenant.namespaceId}:${hash}`
  const known = cache.get(key)
  if (known) return known
  const [row] = await tenant.rows<{ body: DefinitionSnapshot }>(
    'select body from definition_snapshots where namespace_id = $1 and hash = $2',
    [hash],
  )
  if (!row) throw new Error(`The definition snapshot ${hash} is missing.`)
  const [oldest] = cache.keys()
  if (cache.size >= MAX_ENTRIES && oldest !== undefined) cache.delete(oldest)
  cache.set(key, row.body)
  return row.body
}
