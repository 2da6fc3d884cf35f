import { javaText } from '@/server/engine/expressions/java-text'
import type { DefinitionSnapshot } from '@/server/model/execution'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { isSystemTaskType } from '@/server/model/task-types'
import { type WorkflowTask, workflowTaskSchema } from '@/server/model/workflow-def'

/** What a dynamic fork is asked to fork, read from its resolved input in one of three forms. */
export type Branches =
  | { readonly ok: true; readonly tasks: readonly WorkflowTask[] }
  | { readonly ok: false; readonly reason: string }

export interface DynamicFork {
  readonly task: WorkflowTask
  readonly input: JsonObject
  /** Another dynamic fork ran before: names made from the task's name could meet its names. */
  readonly repeated: boolean
}

/** In the order in which Conductor looks for them. */
export function readBranches(fork: DynamicFork): Branches {
  const { input, task } = fork
  if (Array.isArray(input.forkTaskInputs)) return sameTaskBranches(fork, input.forkTaskInputs)
  if (task.dynamicForkJoinTasksParam) return legacyBranches(input, task.dynamicForkJoinTasksParam)
  return listedBranches(fork)
}

/** `forkTaskInputs`: one branch of the same task or workflow for each element. */
function sameTaskBranches(fork: DynamicFork, inputs: readonly Json[]): Branches {
  const { input, task } = fork
  const workflow = textOf(input.forkTaskWorkflow)
  const type = workflow === null ? (textOf(input.forkTaskType) ?? 'SIMPLE') : 'SUB_WORKFLOW'
  const named =
    textOf(input.forkTaskName) ?? (workflow === null && isSystemTaskType(type) && type !== 'SIMPLE' ? type : null)
  const stem = named ?? task.taskReferenceName
  const prefix = fork.repeated ? `_${task.taskReferenceName}` : ''
  const version = Number(input.forkTaskWorkflowVersion ?? 0)
  const pattern = parseBranch(
    {
      name: workflow ?? stem,
      taskReferenceName: stem,
      type,
      optional: task.optional,
      ...(workflow === null ? {} : { subWorkflowParam: { name: workflow, ...(version > 0 ? { version } : {}) } }),
    },
    {},
  )
  const tasks = inputs.map((element, index) => {
    const inputParameters = { ...(isJsonObject(element) ? element : { input: element }), __index: index }
    const own = { ...scriptOf(type, inputParameters), taskReferenceName: `${prefix}_${stem}_${index}` }
    return pattern && withInput({ ...pattern, ...own }, inputParameters)
  })
  return collect(tasks, 'forkTaskInputs', inputs)
}

/** Branches of scripts show them as a definition would. */
function scriptOf(type: string, { evaluatorType, expression }: JsonObject): Partial<WorkflowTask> {
  if (type !== 'INLINE' || typeof evaluatorType !== 'string' || typeof expression !== 'string') return {}
  return { evaluatorType, expression }
}

/** `dynamicForkTasksParam` names the list of tasks, `dynamicForkTasksInputParamName` the map of their inputs. */
function listedBranches(fork: DynamicFork): Branches {
  const param = fork.task.dynamicForkTasksParam ?? 'dynamicTasks'
  const inputParam = fork.task.dynamicForkTasksInputParamName ?? 'dynamicTasksInput'
  const given = fork.input[param] ?? null
  const inputs = fork.input[inputParam] ?? null
  if (given === null && !fork.task.dynamicForkTasksParam) return nothingToFork(fork)
  if (!Array.isArray(given)) return notTasks(param, given)
  if (!isJsonObject(inputs)) {
    return no(
      `Input to the dynamically forked tasks is not a map -> expecting a map of K,V  but found ${javaText(inputs)}`,
    )
  }
  const wrong = Object.entries(inputs).find(([, value]) => value !== null && !isJsonObject(value))
  if (wrong !== undefined) {
    return no(
      `Tasks could not be dynamically forked due to invalid input: the input of '${wrong[0]}' is not a map: ${javaText(wrong[1])}`,
    )
  }
  const tasks = given.map((task: Json) => {
    const ref = isJsonObject(task) ? textOf(task.taskReferenceName) : null
    const own = ref !== null && Object.hasOwn(inputs, ref) ? inputs[ref] : null
    return parseBranch(task, isJsonObject(own) ? own : {})
  })
  return collect(tasks, param, given)
}

/** The oldest form: `{ dynamicTasks: [{ taskName, referenceName, type, input }] }`. */
function legacyBranches(input: JsonObject, param: string): Branches {
  const given = input[param] ?? null
  const list = isJsonObject(given) ? given.dynamicTasks : undefined
  if (!Array.isArray(list)) return notTasks(param, given)
  const tasks = list.map((task: Json) => {
    if (!isJsonObject(task)) return null
    const { taskName, referenceName, type } = task
    const own = isJsonObject(task.input) ? task.input : {}
    return parseBranch(
      { name: taskName ?? null, taskReferenceName: referenceName ?? null, type: type ?? 'SIMPLE' },
      own,
    )
  })
  return collect(tasks, param, given)
}

function collect(tasks: readonly (WorkflowTask | null)[], param: string, given: Json): Branches {
  if (tasks.includes(null)) return notTasks(param, given)
  return { ok: true, tasks: tasks.filter((task) => task !== null) }
}

function parseBranch(task: Json, input: JsonObject): WorkflowTask | null {
  if (!isJsonObject(task)) return null
  const parsed = workflowTaskSchema.safeParse({ name: task.taskReferenceName, ...task })
  if (!parsed.success || parsed.data.taskReferenceName === '') return null
  return withInput(parsed.data, input)
}

/** The schema's JSON type is the mutable twin of ours. */
function withInput(task: WorkflowTask, input: JsonObject): WorkflowTask {
  const own: JsonObject = task.inputParameters
  return { ...task, inputParameters: { ...own, ...input } as WorkflowTask['inputParameters'] }
}

/** More branches than this are listed without the task definitions in force, which would be most of the text. */
const DESCRIBED_BRANCHES = 200

/** `forkedTaskDefs` of the FORK row: the branches with their task definitions. */
export function describeBranches(tasks: readonly WorkflowTask[], snapshot: DefinitionSnapshot): Json {
  const withDefs = tasks.length <= DESCRIBED_BRANCHES
  return tasks.map((task): JsonObject => {
    const def = withDefs && Object.hasOwn(snapshot.taskDefs, task.name)
    const taskDefinition = def ? snapshot.taskDefs[task.name] : task.taskDefinition
    const { createTime, updateTime, createdBy, updatedBy, ...rest } = taskDefinition ?? {}
    return plain(taskDefinition ? { ...task, taskDefinition: rest } : task)
  })
}

/** As JSON writes it, without fields that are null; what somebody gave as data stays as it is. */
function plain(value: object): JsonObject {
  return withoutNulls(JSON.parse(JSON.stringify(value))) as JsonObject
}

function withoutNulls(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (!isJsonObject(value)) return value
  const fields = Object.entries(value).filter(([, field]) => field !== null)
  return Object.fromEntries(fields.map(([name, field]) => [name, DATA.has(name) ? field : withoutNulls(field)]))
}

const DATA: ReadonlySet<string> = new Set(['inputParameters', 'inputTemplate'])

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function nothingToFork({ task, input }: DynamicFork): Branches {
  return no(
    `Dynamic tasks could not be created. The value of ${task.dynamicForkTasksParam ?? null} from task's input ${javaText(input)} has no dynamic tasks to be scheduled`,
  )
}

function notTasks(param: string, given: Json): Branches {
  return no(`Input '${param}' is invalid. Cannot deserialize a list of Workflow Tasks from '${javaText(given)}'`)
}

function no(reason: string): Branches {
  return { ok: false, reason }
}
