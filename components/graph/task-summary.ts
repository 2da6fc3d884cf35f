import { type GraphTask, taskType } from './definition'

/** The card's second line: the one thing that tells this task from another of its type. */
export function taskSummary(task: GraphTask): string {
  return specific(task) || task.taskReferenceName
}

function specific(task: GraphTask): string {
  const inputs = task.inputParameters ?? {}
  switch (taskType(task)) {
    case 'HTTP':
      return httpSummary(inputs)
    case 'SWITCH':
      return firstLine(task.expression) || text(task.caseValueParam)
    case 'DO_WHILE':
      return firstLine(task.loopCondition) || firstLine(task.items)
    case 'JSON_JQ_TRANSFORM':
      return firstLine(inputs.queryExpression)
    case 'INLINE':
      return firstLine(inputs.expression)
    case 'WAIT':
      return text(inputs.duration) || (text(inputs.until) && `until ${text(inputs.until)}`) || 'for a signal'
    case 'SUB_WORKFLOW':
      return subWorkflowSummary(task)
    case 'SET_VARIABLE':
      return Object.keys(inputs).join(', ')
    case 'TERMINATE':
      return text(inputs.terminationStatus)
    case 'FORK_JOIN_DYNAMIC':
      return 'dynamic fork'
    case 'DYNAMIC':
      return text(task.inputParameters?.[task.dynamicTaskNameParam ?? ''])
    case 'JOIN':
      return `join · ${(task.joinOn ?? []).length}`
    default:
      return task.taskReferenceName === task.name ? '' : task.taskReferenceName
  }
}

function httpSummary(inputs: Readonly<Record<string, unknown>>): string {
  const request = (typeof inputs.http_request === 'object' && inputs.http_request) || inputs
  const { method, uri } = request as { method?: unknown; uri?: unknown }
  const address =
    text(uri)
      .replace(/^https?:\/\//, '')
      .split('?')[0] ?? ''
  return [text(method) || 'GET', address].join(' ').trim()
}

function subWorkflowSummary(task: GraphTask): string {
  const { name, version } = task.subWorkflowParam ?? {}
  if (!name) return ''
  return version ? `${name} v${version}` : name
}

function firstLine(value: unknown): string {
  return text(value).trim().split('\n')[0] ?? ''
}

function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
