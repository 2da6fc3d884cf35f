import type { DefinitionSnapshot, Task } from '@/server/model/execution'
import { type TaskDef, taskDefSchema } from '@/server/model/task-def'
import type { WorkflowTask } from '@/server/model/workflow-def'

/** Conductor's defaults, in force for a SIMPLE task of the definition that nobody defined; what comes at run time has none. */
const DEFAULT: TaskDef = taskDefSchema.parse({ name: 'default' })

/** The definition written into the task wins over the registered one of that name. */
export function findTaskDef(snapshot: DefinitionSnapshot, task: WorkflowTask, name: string): TaskDef | null {
  if (task.taskDefinition) return task.taskDefinition
  return Object.hasOwn(snapshot.taskDefs, name) ? (snapshot.taskDefs[name] ?? null) : null
}

export function taskDefOf(snapshot: DefinitionSnapshot, task: Task): TaskDef | null {
  const known = registeredDefOf(snapshot, task)
  const isStatic = !task.dynamic && task.workflowTask.type !== 'DYNAMIC'
  return known ?? (task.performer === 'worker' && isStatic ? DEFAULT : null)
}

/** Without the defaults. */
export function registeredDefOf(snapshot: DefinitionSnapshot, task: Task): TaskDef | null {
  return findTaskDef(snapshot, task.workflowTask, policyName(task.workflowTask, task.taskDefName))
}

/** Tries and timeouts of a DYNAMIC task are those of its own definition, not of the task that it names. */
export function policyName(task: WorkflowTask, name: string): string {
  return task.type === 'DYNAMIC' ? task.name : name
}

/** With the defaults where there is none, as workers need it. */
export function workerTaskDef(snapshot: DefinitionSnapshot, task: WorkflowTask, name: string): TaskDef {
  return findTaskDef(snapshot, task, name) ?? DEFAULT
}
