import { AppError } from '@/server/model/errors'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'
import { tenantOf } from '@/server/platform/tenant'
import type { App } from './app'

/** Counted no further than the limit. */
const COUNT_FAMILY = `
  select count(*)::int as size
  from (select 1 from executions where namespace_id = $1 and root_id = $2 limit $3) family`

/** What one start of a person leads to is bounded, however it is led to. */
export async function requireFamilyRoom(
  { db, limits }: Pick<App, 'db' | 'limits'>,
  namespaceId: NamespaceId,
  root: WorkflowId,
): Promise<void> {
  const { descendants } = limits
  const [family] = await tenantOf(db, namespaceId).rows<{ size: number }>(COUNT_FAMILY, [root, descendants])
  if ((family?.size ?? 0) < descendants) return
  throw new AppError(
    'QUOTA_EXCEEDED',
    `The execution ${root} has led to ${descendants} others, which is the limit (limit descendants).`,
  )
}
