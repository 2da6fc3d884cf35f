import { isJsonObject, type JsonObject } from '@/server/model/json'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { skeletonInput } from './input-fields'

interface Recent {
  readonly input: JsonObject
}

/** What the form starts with: what is given for it, the last input, else the sample's own, else everything the workflow reads, empty. */
export function firstInput(definition: WorkflowDef, recent: readonly Recent[], given: JsonObject = {}): JsonObject {
  if (Object.keys(given).length > 0) return { ...skeletonInput(definition), ...given }
  const sample = definition.metadata.sampleInput
  const last = recent[0]?.input
  if (last && Object.keys(last).length > 0) return last
  if (isJsonObject(sample)) return sample
  return skeletonInput(definition)
}
