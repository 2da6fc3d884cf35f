import type { FieldProblem } from '@/components/ui/field-problem'
import { ACTION_TYPES, type ActionType, type EventHandler, eventHandlerSchema } from '@/server/model/event-handler'
import type { StoredHandler } from '@/server/model/wire-event'
import { withoutNulls } from '@/server/model/without-nulls'

/** As the list reads it: with why its queue cannot be listened to, if so. */
export interface ListedHandler extends StoredHandler {
  readonly problem: string | null
}

/** What the dialog holds while somebody types. */
export interface HandlerForm {
  readonly name: string
  readonly event: string
  readonly condition: string
  readonly active: boolean
  /** A list, as JSON. */
  readonly actions: string
}

export type ParsedForm =
  | { readonly ok: true; readonly handler: EventHandler }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

export const ACTION_EXAMPLES: Readonly<Record<Exclude<ActionType, 'start_agent'>, { label: string; body: object }>> = {
  start_workflow: {
    label: 'Start a workflow',
    body: { name: 'my_workflow', correlationId: '${workflowInstanceId}', input: { order: '${order}' } },
  },
  complete_task: {
    label: 'Complete a task',
    body: { workflowId: '${workflowId}', taskRefName: 'wait_ref', output: { by: '${by}' } },
  },
  fail_task: {
    label: 'Fail a task',
    body: { workflowId: '${workflowId}', taskRefName: 'wait_ref', reasonForIncompletion: '${reason}' },
  },
  update_workflow_variables: {
    label: 'Set variables',
    body: { workflowId: '${workflowId}', variables: { state: '${state}' }, appendArray: false },
  },
  terminate_workflow: {
    label: 'Terminate a workflow',
    body: { workflowId: '${workflowId}', terminationReason: '${reason}' },
  },
}

export const NEW_HANDLER: HandlerForm = {
  name: '',
  event: '',
  condition: '',
  active: true,
  // Which workflow is the first question, so nothing stands there that would be saved by mistake.
  actions: printed([{ action: 'start_workflow', start_workflow: { input: { message: '${$}' } } }]),
}

export function formOf({ name, event, condition, active, actions }: EventHandler): HandlerForm {
  return { name, event, condition: condition ?? '', active, actions: printed(actions.map(shownAction)) }
}

/** Adds an example to the actions that are there; a text that is no list yet is replaced. */
export function withExample(text: string, type: keyof typeof ACTION_EXAMPLES): string {
  const list = parsedList(text)
  return printed([...(list ?? []), exampleAction(type)])
}

/** The handler that the form means, or all that is wrong with it; what the form does not show stays as it was. */
export function parseForm(form: HandlerForm, before: EventHandler | null): ParsedForm {
  const actions = parsedList(form.actions)
  if (actions === null) return { ok: false, problems: [{ path: 'actions', message: jsonProblem(form.actions) }] }
  const { description, evaluatorType, tags } = before ?? {}
  const { name, event, active } = form
  const given = { description, evaluatorType, tags, name: name.trim(), event: event.trim(), active, actions }
  const result = eventHandlerSchema.safeParse({ ...given, condition: form.condition.trim() || null })
  const known = eventHandlerSchema.shape.actions.safeParse(actions)
  const problems = [
    ...(result.success ? [] : result.error.issues.map(issueProblem)),
    ...(known.success ? unclear(known.data) : []),
  ]
  if (result.success && problems.length === 0) return { ok: true, handler: result.data }
  return { ok: false, problems }
}

/** What the API takes as it is, but which could never work. */
function unclear(actions: EventHandler['actions']): FieldProblem[] {
  return actions.flatMap((action, at) => {
    const wrong = (message: string, ...below: string[]) => [{ path: ['actions', at, ...below].join('.'), message }]
    const type = action.action
    if (!type) return wrong(`There is no "action": one of ${ACTION_TYPES.slice(0, -1).join(', ')}.`)
    if (type === 'start_agent') return wrong('Agents are not built here.')
    if (!action[type]) return wrong(`It is ${type}, but has no "${type}" that says how.`)
    const { name, workflowDef } = action.start_workflow ?? {}
    const isNameless = type === 'start_workflow' && !name && !workflowDef
    return isNameless ? wrong('Which workflow it starts is missing.', type, 'name') : []
  })
}

function issueProblem({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }) {
  return { path: path.join('.'), message }
}

function parsedList(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) ? value : null
  } catch {
    return null
  }
}

function jsonProblem(text: string): string {
  try {
    JSON.parse(text)
    return 'The actions must be a list: [ … ].'
  } catch (error) {
    return `The actions are not JSON: ${error instanceof Error ? error.message : 'they cannot be read'}`
  }
}

/** Without what says nothing. */
function shownAction(action: EventHandler['actions'][number]): object {
  const shown = Object.entries(withoutNulls(action)).filter(([, value]) => value !== false)
  const inner = (value: unknown) => (typeof value === 'object' && value !== null ? withoutNulls(value) : value)
  return Object.fromEntries(shown.map(([key, value]) => [key, inner(value)]))
}

function exampleAction(type: keyof typeof ACTION_EXAMPLES): object {
  return { action: type, [type]: ACTION_EXAMPLES[type].body }
}

function printed(actions: readonly unknown[]): string {
  return JSON.stringify(actions, null, 2)
}
