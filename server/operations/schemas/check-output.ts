import type { CheckOutputEffect } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import type { NamespaceId } from '@/server/model/ids'
import type { Checker } from './check-value'
import { workflowRefusal } from './workflow-refusal'

/** Whether a workflow ends with its output, or fails for what is wrong with it. */
export async function checkOutput(
  app: Checker,
  namespaceId: NamespaceId,
  { name, schema, output }: CheckOutputEffect,
): Promise<EngineEvent> {
  const problem = await workflowRefusal(app, namespaceId, { side: 'output', name, schema, value: output })
  return { type: 'output-checked', output, problem }
}
