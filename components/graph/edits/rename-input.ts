import { type Definition, type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { mapStrings, renameInScript } from '@/components/graph/references'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import { taskAt, updateAt } from '@/components/graph/update-at'

interface Names {
  readonly from: string
  readonly to: string
}

/** The fields that hold the name of an input. */
const NAMING_FIELDS = [
  'caseValueParam',
  'dynamicTaskNameParam',
  'dynamicForkTasksParam',
  'dynamicForkTasksInputParamName',
  'dynamicForkJoinTasksParam',
] as const

/**
 * Renames an input of a task, and what reads it: the fields and scripts of the task itself, and `${ref.input.…}`. A jq
 * filter is left alone: what a name means there depends on where in the filter it stands.
 */
export function renameInput(definition: Definition, path: JsonPath, names: Names): Definition {
  const task = taskAt(definition, path)
  if (task === undefined || names.from === names.to || Object.hasOwn(task.inputParameters ?? {}, names.to))
    return definition
  const isSure = analyzeScope(definition).find(task.taskReferenceName) !== undefined
  const renamed = updateAt(definition, path, (value) => renameInTask(value as GraphTask, names))
  return isSure ? renameReads(renamed, task.taskReferenceName, names) : renamed
}

function renameInTask(task: GraphTask, names: Names): GraphTask {
  const { from, to } = names
  const entries = Object.entries(task.inputParameters ?? {}).map(([key, value]) => [key === from ? to : key, value])
  const patch: Partial<GraphTask> = { inputParameters: Object.fromEntries(entries) }
  for (const field of NAMING_FIELDS) if (task[field] === from) patch[field] = to
  return { ...task, ...patch, ...renameInScripts({ ...task, ...patch }, names) }
}

function renameInScripts(task: GraphTask, { from, to }: Names): Partial<GraphTask> {
  const script = (code: string) => renameInScript(code, new Map([[from, to]]))
  const inputs = task.inputParameters ?? {}
  switch (taskType(task)) {
    case 'SWITCH':
      if (task.evaluatorType === 'value-param') return task.expression === from ? { expression: to } : {}
      return task.expression ? { expression: script(task.expression) } : {}
    case 'DECISION':
      return task.caseExpression ? { caseExpression: script(task.caseExpression) } : {}
    case 'DO_WHILE':
      // A task of the body with that name hides the input.
      return task.loopCondition && !isInBody(task, from) ? { loopCondition: script(task.loopCondition) } : {}
    case 'INLINE':
      return typeof inputs.expression === 'string' && from !== 'expression'
        ? { inputParameters: { ...inputs, expression: script(inputs.expression) } }
        : {}
    case 'LAMBDA':
      return typeof inputs.scriptExpression === 'string' && from !== 'scriptExpression'
        ? { inputParameters: { ...inputs, scriptExpression: script(inputs.scriptExpression) } }
        : {}
    default:
      return {}
  }
}

function isInBody(loop: GraphTask, name: string): boolean {
  return loop.taskReferenceName === name || (loop.loopOver ?? []).some((task) => task.taskReferenceName === name)
}

function renameReads(definition: Definition, reference: string, { from, to }: Names): Definition {
  const escaped = [reference, from].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const use = new RegExp(`((?<!\\$)\\$\\{\\s*(?:\\$\\.)?${escaped[0]}\\.input)\\.${escaped[1]}(?![\\w-])`, 'g')
  const member = /^[A-Za-z_][\w-]*$/.test(to) ? `.${to}` : `['${to}']`
  const change = <T>(value: T) =>
    mapStrings(value, (text) => text.replace(use, (_, head: string) => head + member)) as T
  const tasks = mapTasks(definition.tasks ?? [], (task) => {
    const inputParameters = change(task.inputParameters)
    const subWorkflowParam =
      typeof task.subWorkflowParam?.workflowDefinition === 'object'
        ? task.subWorkflowParam
        : change(task.subWorkflowParam)
    const isSame = inputParameters === task.inputParameters && subWorkflowParam === task.subWorkflowParam
    return isSame ? task : { ...task, inputParameters, ...(subWorkflowParam ? { subWorkflowParam } : {}) }
  })
  const outputParameters = change(definition.outputParameters)
  const changed = {
    ...(tasks === definition.tasks ? {} : { tasks }),
    ...(outputParameters === definition.outputParameters ? {} : { outputParameters }),
  }
  return Object.keys(changed).length === 0 ? definition : { ...definition, ...changed }
}
