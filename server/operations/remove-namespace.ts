import type { NamespaceId } from '@/server/model/ids'
import { asWorkflowId } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

const BATCH = 200

/** Tables without a foreign key to the namespace. */
const LOOSE_TABLES = [
  'definition_snapshots',
  'poll_data',
  'task_starts',
  'inbox',
  'event_messages',
  'event_executions',
  'workflow_messages',
  'webhook_waits',
  'webhook_events',
  'task_cache',
  'audit_events',
  'feedback',
] as const

/** Deletes a namespace and all that is in it; suspended first, so that its keys start nothing new meanwhile. */
export async function removeNamespace(app: App, namespaceId: NamespaceId): Promise<void> {
  await app.prisma.namespace.update({ where: { id: namespaceId }, data: { suspendedAt: new Date() } })
  const tenant = tenantOf(app.db, namespaceId)
  for (;;) {
    const rows = await tenant.rows<{ id: string }>(`select id from executions where namespace_id = $1 limit ${BATCH}`)
    if (rows.length === 0) break
    await Promise.all(rows.map(({ id }) => app.store.remove(namespaceId, asWorkflowId(id))))
  }
  for (const table of LOOSE_TABLES) await tenant.rows(`delete from ${table} where namespace_id = $1`)
  await app.prisma.namespace.delete({ where: { id: namespaceId } })
}
