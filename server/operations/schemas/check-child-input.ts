import type { EngineEvent } from '@/server/engine/event'
import type { NamespaceId } from '@/server/model/ids'
import type { InputCheck } from '@/server/store/batch'
import { type Checker, valueProblem } from './check-value'

/** Whether a child begins, or fails with what is wrong with its input. */
export async function checkChildInput(
  app: Checker,
  namespaceId: NamespaceId,
  { name, schema, input }: InputCheck,
): Promise<EngineEvent> {
  const shelf = await app.shelf.get(namespaceId)
  const problem = await valueProblem(app, namespaceId, { shelf, ref: schema, value: input })
  if (problem === null) return { type: 'start', checked: true }
  return { type: 'input-refused', reason: `The input of the workflow ${name} is refused. ${problem}` }
}
