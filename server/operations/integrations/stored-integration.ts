import type { NamespaceId } from '@/server/model/ids'
import type { Settings } from '@/server/model/integration'
import type { Sealing } from '@/server/platform/sealing'
import type { Tenant } from '@/server/platform/tenant'

/** A row of `integrations`, its credentials sealed in one text. */
export interface StoredIntegration {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly enabled: boolean
  readonly configuration: Settings
  readonly sealed: string | null
  readonly updatedAt: Date
}

const SELECT = `
  select name, type, description, enabled, configuration, sealed, updated_at as "updatedAt"
  from integrations where namespace_id = $1`

export async function loadIntegrations(tenant: Tenant, type: string): Promise<readonly StoredIntegration[]> {
  return tenant.rows<StoredIntegration & object>(`${SELECT} and type = $2 order by name`, [type])
}

export async function loadIntegration(tenant: Tenant, name: string): Promise<StoredIntegration | null> {
  return (await tenant.rows<StoredIntegration & object>(`${SELECT} and name = $2`, [name]))[0] ?? null
}

interface Place {
  readonly namespaceId: NamespaceId
  readonly name: string
}

export function sealSettings(sealing: Sealing, { namespaceId, name }: Place, secrets: Settings): string | null {
  if (Object.keys(secrets).length === 0) return null
  return sealing.seal({ namespaceId, what: `integration ${name}` }, JSON.stringify(secrets))
}

/** With the secrets, for whoever connects. */
export function openSettings(sealing: Sealing, namespaceId: NamespaceId, stored: StoredIntegration): Settings {
  if (stored.sealed === null) return stored.configuration
  const secrets = sealing.open({ namespaceId, what: `integration ${stored.name}` }, stored.sealed)
  return { ...stored.configuration, ...(JSON.parse(secrets) as Settings) }
}
