import type { NamespaceId } from '@/server/model/ids'
import type { TaskResult } from '@/server/model/requests'
import type { App } from '@/server/operations/app'
import { tenantOf } from '@/server/platform/tenant'
import { taskRefusal } from './task-refusal'

type Checked = Pick<TaskResult, 'taskId' | 'status' | 'outputData' | 'reasonForIncompletion'>

/** A completed result as it counts: one whose output its task definition's schema refuses is a failure for good. */
export async function checkedResult<Result extends Checked>(
  app: App,
  namespaceId: NamespaceId,
  result: Result,
): Promise<Result> {
  if (result.status !== 'COMPLETED') return result
  const shelf = app.shelf.peek(namespaceId) ?? (await app.shelf.get(namespaceId))
  if (shelf.outputs.size === 0) return result
  const [row] = await tenantOf(app.db, namespaceId).rows<{ name: string }>(
    'select def_name as name from tasks where namespace_id = $1 and id = $2',
    [result.taskId],
  )
  const schema = row && shelf.outputs.get(row.name)
  if (!schema) return result
  const reasonForIncompletion = await taskRefusal(app, namespaceId, {
    side: 'output',
    schema,
    value: result.outputData,
  })
  if (reasonForIncompletion === null) return result
  return { ...result, status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion }
}
