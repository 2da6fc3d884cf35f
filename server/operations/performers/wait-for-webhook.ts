import { isJsonObject } from '@/server/model/json'
import { keyOfMatches } from '@/server/operations/webhooks/match-key'
import { tenantOf } from '@/server/platform/tenant'
import type { Performer } from './performer'

/** Of an execution that has ended meanwhile nothing is noted: there is no row to note it for. */
const REMEMBER = `
  insert into webhook_waits (task_id, namespace_id, execution_id, workflow_name, workflow_version, shape, key)
  select t.id, $1, e.id, e.name, e.version, $3, $4 from tasks t join executions e on e.id = t.execution_id
  where t.namespace_id = $1 and t.id = $2
  on conflict (task_id) do update set shape = excluded.shape, key = excluded.key`

/** Notes what the task waits for, where events look it up. The event itself ends it. */
export const performWaitForWebhook: Performer = async ({ db }, { namespaceId, taskId, input }) => {
  const { matches = null } = input
  const { shape, key } = keyOfMatches(isJsonObject(matches) ? matches : {})
  await tenantOf(db, namespaceId).rows(REMEMBER, [taskId, shape, key])
  return { status: 'completed', output: {} }
}
