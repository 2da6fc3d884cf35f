import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import type { ACTION_EXAMPLES } from './handler-form'

export type ShownActionType = keyof typeof ACTION_EXAMPLES

export interface ActionField {
  readonly key: string
  readonly label: string
  readonly kind: 'text' | 'json' | 'flag' | 'workflow'
  readonly placeholder?: string
}

const RUN: ActionField = { key: 'workflowId', label: 'Execution id', kind: 'text', placeholder: '${workflowId}' }
const TASK: ActionField = { key: 'taskRefName', label: 'Reference of the task', kind: 'text', placeholder: 'wait_ref' }
const OUTPUT: ActionField = { key: 'output', label: 'Output', kind: 'json' }

/** What each action asks for; what has no field here is kept as the JSON says it. */
export const ACTION_FIELDS: Readonly<Record<ShownActionType, readonly ActionField[]>> = {
  start_workflow: [
    { key: 'name', label: 'Workflow', kind: 'workflow', placeholder: 'its name' },
    { key: 'version', label: 'Version', kind: 'text', placeholder: 'the newest' },
    { key: 'correlationId', label: 'Correlation id', kind: 'text', placeholder: '${orderId}' },
    { key: 'input', label: 'Input', kind: 'json' },
  ],
  complete_task: [RUN, TASK, OUTPUT],
  fail_task: [
    RUN,
    TASK,
    { key: 'reasonForIncompletion', label: 'Reason', kind: 'text', placeholder: '${reason}' },
    OUTPUT,
  ],
  update_workflow_variables: [
    RUN,
    { key: 'variables', label: 'Variables', kind: 'json' },
    { key: 'appendArray', label: 'Add to lists instead of replacing them', kind: 'flag' },
  ],
  terminate_workflow: [RUN, { key: 'terminationReason', label: 'Reason', kind: 'text', placeholder: '${reason}' }],
}

/** The actions that the text lists; null when it is no list that a form could show. */
export function readActions(text: string): readonly JsonObject[] | null {
  try {
    const value: unknown = JSON.parse(text)
    return Array.isArray(value) && value.every((one) => isJsonObject(one) && typeOf(one) !== null) ? value : null
  } catch {
    return null
  }
}

/** Null: none that a form could show. */
export function typeOf({ action }: JsonObject): ShownActionType | null {
  return typeof action === 'string' && Object.hasOwn(ACTION_FIELDS, action) ? (action as ShownActionType) : null
}

export function detailsOf(action: JsonObject): JsonObject {
  const details = action[typeOf(action) ?? '']
  return isJsonObject(details) ? details : {}
}

/** One field of an action written; undefined takes it out. */
export function withField(action: JsonObject, key: string, value: Json | undefined): JsonObject {
  const type = typeOf(action)
  if (type === null) return action
  const { [key]: _, ...others } = detailsOf(action)
  return { ...action, [type]: value === undefined ? others : { ...others, [key]: value } }
}

/** Another kind of action; what both kinds know is taken along. */
export function withType(action: JsonObject, type: ShownActionType): JsonObject {
  const known = new Set(ACTION_FIELDS[type].map(({ key }) => key))
  const kept = Object.entries(detailsOf(action)).filter(([key]) => known.has(key))
  const { [typeOf(action) ?? '']: _, ...others } = action
  return { ...others, action: type, [type]: Object.fromEntries(kept) }
}

export function writeActions(actions: readonly JsonObject[]): string {
  return JSON.stringify(actions, null, 2)
}
