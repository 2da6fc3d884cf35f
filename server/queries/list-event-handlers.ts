import type { EventHandler } from '@/server/model/event-handler'
import type { StoredHandler } from '@/server/model/wire-event'
import type { Tenant } from '@/server/platform/tenant'
import { DEFINITION_COLUMNS, type DefinitionRow, withAudit } from './definition-row'

export interface HandlerFilter {
  /** Exactly this event; null: any. */
  readonly event?: string | null
  readonly name?: string | null
  readonly activeOnly?: boolean
}

export async function listEventHandlers(tenant: Tenant, filter: HandlerFilter = {}): Promise<StoredHandler[]> {
  const rows = await tenant.rows<DefinitionRow<EventHandler>>(
    `select ${DEFINITION_COLUMNS} from event_handlers
    where namespace_id = $1 and ($2::text is null or event = $2) and ($3::text is null or name = $3)
      and (active or not $4)
    order by name`,
    [filter.event ?? null, filter.name ?? null, filter.activeOnly ?? false],
  )
  return rows.map(withAudit)
}
