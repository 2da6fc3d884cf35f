import type { DefinitionSnapshot, Task } from '@/server/model/execution'
import { isJsonObject } from '@/server/model/json'
import { maskOf } from '@/server/model/mask'
import type { DecideContext } from './context'
import type { RememberEffect } from './decision'
import { jsonSize } from './json-size'

/**
 * A result that others may be given. Not one with fields that this definition masks: another definition might show
 * them. Secrets are not part of it: keys are made of inputs, in which they are markers.
 */
export function keptResult(
  { definition }: DefinitionSnapshot,
  { limits }: DecideContext,
  task: Task,
): RememberEffect | null {
  const place = task.state?.cache
  if (!isJsonObject(place) || task.status !== 'COMPLETED') return null
  const { taskId, taskDefName: taskName, outputData: output } = task
  if (jsonSize(output, limits.cachedResultBytes).characters > limits.cachedResultBytes) return null
  if (maskOf(definition)(output) !== output) return null
  return { type: 'remember', taskId, taskName, key: String(place.key), seconds: Number(place.seconds), output }
}
