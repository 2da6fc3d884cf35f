import type { EngineEvent } from '@/server/engine/event'
import type { NamespaceId } from '@/server/model/ids'
import type { InputCheck } from '@/server/store/batch'
import type { Checker } from './check-value'
import { workflowRefusal } from './workflow-refusal'

/** Whether a child begins, or fails with what is wrong with its input. */
export async function checkChildInput(
  app: Checker,
  namespaceId: NamespaceId,
  { name, schema, input }: InputCheck,
): Promise<EngineEvent> {
  const reason = await workflowRefusal(app, namespaceId, { side: 'input', name, schema, value: input })
  return reason === null ? { type: 'start', checked: true } : { type: 'input-refused', reason }
}
