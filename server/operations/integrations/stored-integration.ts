import type { NamespaceId } from '@/server/model/ids'
import type { Integration, Settings, Tag } from '@/server/model/integration'
import { integrationKind, KEPT_SECRET } from '@/server/model/integration-kinds'
import type { Sealing } from '@/server/platform/sealing'
import type { Tenant } from '@/server/platform/tenant'

/** A row of `integrations`; its secrets are sealed in one text. */
export interface IntegrationRow {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly enabled: boolean
  readonly configuration: Settings
  readonly sealed: string | null
  readonly tags: readonly Tag[]
  readonly created_at: Date
  readonly created_by: string
  readonly updated_at: Date
  readonly updated_by: string
}

const COLUMNS =
  'name, type, description, enabled, configuration, sealed, tags, created_at, created_by, updated_at, updated_by'

export async function loadIntegrations(tenant: Tenant): Promise<readonly IntegrationRow[]> {
  return tenant.rows<IntegrationRow>(`select ${COLUMNS} from integrations where namespace_id = $1 order by name`)
}

export async function loadIntegration(tenant: Tenant, name: string): Promise<IntegrationRow | null> {
  const rows = await tenant.rows<IntegrationRow>(
    `select ${COLUMNS} from integrations where namespace_id = $1 and name = $2`,
    [name],
  )
  return rows[0] ?? null
}

export function sealSettings(
  sealing: Sealing,
  place: { readonly namespaceId: NamespaceId; readonly name: string },
  secrets: Settings,
): string | null {
  if (Object.keys(secrets).length === 0) return null
  return sealing.seal({ namespaceId: place.namespaceId, what: `integration ${place.name}` }, JSON.stringify(secrets))
}

/** With the secrets, for whoever connects. */
export function openSettings(sealing: Sealing, namespaceId: NamespaceId, row: IntegrationRow): Settings {
  if (row.sealed === null) return row.configuration
  const secrets = sealing.open({ namespaceId, what: `integration ${row.name}` }, row.sealed)
  return { ...row.configuration, ...(JSON.parse(secrets) as Settings) }
}

/** As everybody may see it. Which optional secrets are set is told by `secretNames` in the configuration itself. */
export function shownIntegration(row: IntegrationRow): Integration {
  const secretNames = row.configuration[SECRET_NAMES]
  const secrets = Array.isArray(secretNames) ? (secretNames as readonly string[]) : []
  const { [SECRET_NAMES]: _names, ...configuration } = row.configuration
  return {
    name: row.name,
    type: row.type,
    category: integrationKind(row.type)?.category ?? 'API',
    description: row.description,
    enabled: row.enabled,
    configuration: { ...configuration, ...Object.fromEntries(secrets.map((name) => [name, KEPT_SECRET])) },
    tags: row.tags,
    createTime: row.created_at.getTime(),
    updateTime: row.updated_at.getTime(),
    createdBy: row.created_by,
    updatedBy: row.updated_by,
  }
}

/** Kept beside the settings, so that showing them never opens the sealed ones. */
export const SECRET_NAMES = '_secrets'
