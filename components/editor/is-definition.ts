import type { Definition } from '@/components/graph/definition'
import { workflowDefSchema, workflowTaskSchema } from '@/server/model/workflow-def'

/** Values are never changed in place: what was right once is not looked at again. */
const right = new WeakSet<object>()

/**
 * Whether the schema takes a value, checked anew only where it is new: a key typed among thousands of tasks changes
 * one of them. Says false also when it is not sure; why, only the schema as a whole can say.
 */
export function isDefinition(value: unknown): value is Definition {
  if (!isObject(value)) return false
  if (right.has(value)) return true
  const { tasks, ...header } = value
  if (tasks !== undefined && !isTaskList(tasks)) return false
  return workflowDefSchema.safeParse(header).success && remember(value)
}

function isTask(value: unknown): boolean {
  if (!isObject(value)) return false
  if (right.has(value)) return true
  const { decisionCases = {}, defaultCase = [], forkTasks = [], loopOver = [], ...own } = value
  const hasLists =
    isObject(decisionCases) &&
    Object.values(decisionCases).every(isTaskList) &&
    Array.isArray(forkTasks) &&
    forkTasks.every(isTaskList) &&
    isTaskList(defaultCase) &&
    isTaskList(loopOver)
  return hasLists && workflowTaskSchema.safeParse(own).success && remember(value)
}

function isTaskList(value: unknown): boolean {
  return Array.isArray(value) && value.every(isTask)
}

function remember(value: object): true {
  right.add(value)
  return true
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
