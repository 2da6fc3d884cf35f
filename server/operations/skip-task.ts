import { type Actor, requireRole } from '@/server/model/actor'
import { asWorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from './app'
import { checkOutputSize } from './check-output-size'

export interface SkipTask {
  readonly workflowId: string
  readonly taskRefName: string
  readonly taskInput: JsonObject
  readonly taskOutput: JsonObject
}

/** The task will be stepped over when control reaches it. */
export async function skipTask(app: App, actor: Actor, skipped: SkipTask): Promise<void> {
  requireRole(actor, 'editor')
  const { workflowId, taskRefName: ref, taskInput, taskOutput } = skipped
  for (const payload of [taskInput, taskOutput]) checkOutputSize(payload, app.limits)
  const outcome = await app.store.submit({
    namespaceId: actor.namespaceId,
    workflowId: asWorkflowId(workflowId),
    event: { type: 'skip', ref, taskInput, taskOutput },
  })
  await outcome.settled()
}
