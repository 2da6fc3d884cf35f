import { allTasks } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { renameInScript, renameUses } from '@/components/graph/references'
import { taskAt } from '@/components/graph/update-at'
import { updateTask } from './update-task'

/** Renames a reference and every use of it: `${ref…}`, joinOn, loop conditions. Uses of a name borne twice stay. */
export function renameReference(definition: Definition, path: JsonPath, to: string): Definition {
  const from = taskAt(definition, path)?.taskReferenceName
  if (from === undefined || from === to) return definition
  const bearers = [...allTasks(definition)].filter(({ task }) => task.taskReferenceName === from).length
  const renamed = updateTask(definition, path, { taskReferenceName: to })
  if (bearers > 1 || from === '') return renamed
  const names = new Map([[from, to]])
  const entries = Object.entries(renamed).map(([field, value]) => [
    field,
    field === 'tasks' ? mapTasks(renamed.tasks ?? [], (task) => renameIn(task, names)) : renameUses(value, names),
  ])
  return Object.fromEntries(entries) as Definition
}

function renameIn(task: GraphTask, names: ReadonlyMap<string, string>): GraphTask {
  const renamed = renameUses(task, names)
  const patch: Partial<GraphTask> = {}
  const list = (references: readonly string[]) => references.map((one) => names.get(one) ?? one)
  if (task.joinOn?.some((one) => names.has(one))) patch.joinOn = list(task.joinOn)
  if (task.defaultExclusiveJoinTask?.some((one) => names.has(one))) {
    patch.defaultExclusiveJoinTask = list(task.defaultExclusiveJoinTask)
  }
  if (taskType(task) === 'DO_WHILE' && task.loopCondition) {
    const loopCondition = renameInScript(task.loopCondition, names)
    if (loopCondition !== task.loopCondition) patch.loopCondition = loopCondition
  }
  return Object.keys(patch).length === 0 ? renamed : { ...renamed, ...patch }
}
