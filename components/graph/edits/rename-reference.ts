import { allTasks } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { renameInScript, renameUses } from '@/components/graph/references'
import { taskAt } from '@/components/graph/update-at'
import { type Renaming, renameInCode, renameMemberUses, renamingOf } from './rename-members'
import { updateTask } from './update-task'

export interface Rename {
  readonly from: string
  readonly to: string
}

/**
 * Renames a reference and every use of it: `${ref…}`, joinOn, conditions of loops, scripts of JOINs, and where it is a
 * member of a JOIN's or a loop's output. Uses of a name borne twice stay.
 */
export function renameReference(definition: Definition, path: JsonPath, to: string): Definition {
  const from = taskAt(definition, path)?.taskReferenceName
  if (from === undefined || from === to) return definition
  const bearers = [...allTasks(definition)].filter(({ task }) => task.taskReferenceName === from).length
  const renamed = updateTask(definition, path, { taskReferenceName: to })
  if (bearers > 1 || from === '') return renamed
  const renaming = renamingOf(definition, from, to)
  const entries = Object.entries(renamed).map(([field, value]) => [
    field,
    field === 'tasks' ? mapTasks(renamed.tasks ?? [], (task) => renameIn(task, renaming)) : renameText(value, renaming),
  ])
  return Object.fromEntries(entries) as Definition
}

function renameText<T>(value: T, renaming: Renaming): T {
  // Members first: their paths begin with a JOIN or a loop, which keeps its name.
  return renameUses(renameMemberUses(value, renaming), new Map([[renaming.from, renaming.to]]))
}

/** Done for each of its own. */
const CHILD_LISTS: ReadonlySet<string> = new Set(['forkTasks', 'decisionCases', 'defaultCase', 'loopOver'])

function renameIn(task: GraphTask, renaming: Renaming): GraphTask {
  const patch: Record<string, unknown> = {}
  for (const [field, value] of Object.entries(task)) {
    if (CHILD_LISTS.has(field)) continue
    const next = field === 'subWorkflowParam' ? renameInChild(value, renaming) : renameText(value, renaming)
    if (next !== value) patch[field] = next
  }
  const named = Object.keys(patch).length === 0 ? task : { ...task, ...patch }
  const more = { ...lists(named, renaming), ...scripts(named, renaming) }
  return Object.keys(more).length === 0 ? named : { ...named, ...more }
}

/** An inline definition has references of its own. */
function renameInChild(param: unknown, renaming: Renaming): unknown {
  const inline = (param as GraphTask['subWorkflowParam'])?.workflowDefinition
  const next = renameText(param, renaming)
  if (next === param || typeof inline !== 'object') return next
  const rest = { ...(param as object), workflowDefinition: null }
  const renamed = renameText(rest, renaming)
  return renamed === rest ? param : { ...renamed, workflowDefinition: inline }
}

function lists(task: GraphTask, { from, to }: Renaming): Partial<GraphTask> {
  const patch: Partial<GraphTask> = {}
  for (const field of ['joinOn', 'defaultExclusiveJoinTask'] as const) {
    const list = task[field]
    if (list?.includes(from)) patch[field] = list.map((one) => (one === from ? to : one))
  }
  return patch
}

function scripts(task: GraphTask, renaming: Renaming): Partial<GraphTask> {
  const names = new Map([[renaming.from, renaming.to]])
  const patch: Partial<GraphTask> = {}
  const change = (field: 'loopCondition' | 'expression', next: (code: string) => string) => {
    const code = task[field]
    if (code && next(code) !== code) patch[field] = next(code)
  }
  switch (taskType(task)) {
    case 'DO_WHILE':
      change('loopCondition', (code) => renameInScript(renameInCode(code, task, renaming), names))
      break
    case 'JOIN':
      change('expression', (code) => renameInScript(code, names))
      break
    case 'SWITCH':
      change('expression', (code) => renameInCode(code, task, renaming))
      break
    case 'UPDATE_TASK':
      return renameInput(task, 'taskRefName', (name) => names.get(name) ?? name)
    case 'JSON_JQ_TRANSFORM':
      return renameInput(task, 'queryExpression', (code) => renameInCode(code, task, renaming))
    case 'INLINE':
      return renameInput(task, 'expression', (code) => renameInCode(code, task, renaming))
    case 'LAMBDA':
      return renameInput(task, 'scriptExpression', (code) => renameInCode(code, task, renaming))
  }
  return patch
}

function renameInput(task: GraphTask, input: string, next: (text: string) => string): Partial<GraphTask> {
  const text = task.inputParameters?.[input]
  if (typeof text !== 'string' || next(text) === text) return {}
  return { inputParameters: { ...task.inputParameters, [input]: next(text) } }
}
