import type { Json, JsonObject } from './json'
import type { TaskDef } from './task-def'
import { withoutNulls } from './without-nulls'
import type { WorkflowDef, WorkflowTask } from './workflow-def'

/**
 * Definitions as Conductor's clients read them: fields that hold nothing are left out, everything inside
 * free maps (inputParameters, inputTemplate …) stays as it was written. Definitions never change in memory,
 * so each object is converted once.
 */
const converted = new WeakMap<object, JsonObject>()

export function toWireWorkflowDef(definition: WorkflowDef): JsonObject {
  return once(definition, () => ({
    ...withoutNulls(definition),
    tasks: definition.tasks.map(toWireWorkflowTask),
  }))
}

export function toWireWorkflowTask(task: WorkflowTask): JsonObject {
  return once(task, () => {
    const wire: Record<string, Json> = {
      ...withoutNulls(task),
      decisionCases: mapValues(task.decisionCases, (branch) => branch.map(toWireWorkflowTask)),
      defaultCase: task.defaultCase.map(toWireWorkflowTask),
      forkTasks: task.forkTasks.map((branch) => branch.map(toWireWorkflowTask)),
      loopOver: task.loopOver.map(toWireWorkflowTask),
    }
    if (task.taskDefinition) wire.taskDefinition = toWireTaskDef(task.taskDefinition)
    if (task.subWorkflowParam) wire.subWorkflowParam = withoutNulls(task.subWorkflowParam)
    return wire
  })
}

export function toWireTaskDef(taskDef: TaskDef): JsonObject {
  return once(taskDef, () => withoutNulls(taskDef))
}

function once(source: object, convert: () => JsonObject): JsonObject {
  const known = converted.get(source)
  if (known) return known
  const wire = convert()
  converted.set(source, wire)
  return wire
}

function mapValues<T>(source: Readonly<Record<string, T>>, convert: (value: T) => Json): JsonObject {
  return Object.fromEntries(Object.entries(source).map(([key, value]) => [key, convert(value)]))
}
