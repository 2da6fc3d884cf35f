import type { JsonObject } from './json'
import type { PolledTask } from './polled-task'
import { toWireTask } from './wire-task'

/** A task as the worker that polled it reads it. */
export function toWirePolledTask({ task, owner, taskDef, runtimeMetadata = {} }: PolledTask): JsonObject {
  const wire = toWireTask(task, owner, taskDef)
  return Object.keys(runtimeMetadata).length === 0 ? wire : { ...wire, runtimeMetadata }
}
