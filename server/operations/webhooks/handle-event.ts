import { isTruthy } from '@/server/engine/operators/evaluators'
import type { App } from '@/server/operations/app'
import type { OpenWebhook } from './find-webhook'
import type { HookEvent } from './hook-event'
import { startFromEvent } from './start-from-event'
import { tellWaiting } from './tell-waiting'

const FINISH = 'update webhook_events set workflow_ids = $2, problem = $3 where id = $1'

/** Tells the tasks that wait for it and starts what it starts, and notes in the history what came of it. */
export async function handleEvent(app: App, webhook: OpenWebhook, event: HookEvent): Promise<void> {
  const verdict = await judge(app, webhook, event)
  const told = verdict === null ? await tellWaiting(app, webhook, event) : []
  const started = verdict === null ? await startFromEvent(app, webhook, event) : { workflowIds: [], problems: [] }
  const problems = [...(verdict === null ? [] : [verdict]), ...started.problems]
  const workflowIds = [...new Set([...told, ...started.workflowIds])]
  await app.db.pool.query(FINISH, [event.id, workflowIds, problems.length > 0 ? problems.join(' ') : null])
}

/** Why the event does not count: the webhook's own condition. */
async function judge(app: App, { body, namespaceId }: OpenWebhook, { payload }: HookEvent): Promise<string | null> {
  const { expression } = body
  if (!expression) return null
  const outcome = await app.scripts.evaluate({
    namespaceId: String(namespaceId),
    language: 'javascript',
    expression,
    input: payload,
  })
  if (!outcome.ok) return `The condition could not be evaluated: ${outcome.message}`
  return isTruthy(outcome.value) ? null : 'The condition of the webhook does not hold for this event.'
}
