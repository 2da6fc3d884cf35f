import type { CheckOutputEffect } from '@/server/engine/decision'
import type { EngineEvent } from '@/server/engine/event'
import type { NamespaceId } from '@/server/model/ids'
import { type Checker, valueProblem } from './check-value'

/** Whether a workflow ends with its output, or fails for what is wrong with it. */
export async function checkOutput(
  app: Checker,
  namespaceId: NamespaceId,
  { name, schema, output }: CheckOutputEffect,
): Promise<EngineEvent> {
  const shelf = await app.shelf.get(namespaceId)
  const problem = await valueProblem(app, namespaceId, { shelf, ref: schema, value: output })
  const sentence = problem === null ? null : `The output of the workflow ${name} is refused. ${problem}`
  return { type: 'output-checked', output, problem: sentence }
}
