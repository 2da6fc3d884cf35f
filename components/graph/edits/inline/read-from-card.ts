import type { Definition, GraphTask } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { findReferences } from '@/server/engine/expressions/references'
import type { Json, JsonObject } from '@/server/model/json'
import { type Put, type Putting, putValues } from './put-values'
import { valueIn } from './value-in'

/** What stays the same, whichever execution reads it. */
const SHARED: ReadonlySet<string | undefined> = new Set(['variables', 'env', 'secrets'])

/** The tasks and outputs of a sub-workflow with `${workflow.input…}` replaced by what the task that runs it gives. */
export function readFromCard(child: Definition, card: GraphTask, refuse: Putting['refuse']): Definition {
  const given = givenBy(child, card, refuse)
  const put = (source: string): Put | null => {
    const [own] = findReferences(`\${${source}}`)
    if (own?.root !== 'workflow' || SHARED.has(own.members[0])) return null
    const path = /^\s*(?:\$\.)?workflow\.input(?![\w-])(.*)$/s.exec(source)?.[1]?.trim()
    if (path === undefined) refuse(`\${${source}} is of the execution of ${child.name}, which there would not be.`)
    const found = path === undefined ? null : valueIn(given, path)
    if (path !== undefined && found === null) refuse(`What \${${source}} finds is known only when it runs.`)
    return found
  }
  const tasks = mapTasks(child.tasks ?? [], (task) => putInTask(task, { put, refuse }))
  return { ...child, tasks, outputParameters: putValues(child.outputParameters ?? {}, { put, refuse }) }
}

/** The fields of a task where the engine puts in values; an inline definition has a surrounding of its own. */
export function putInTask(task: GraphTask, putting: Putting): GraphTask {
  const patch: Record<string, unknown> = {}
  for (const field of ['inputParameters', 'items', 'sink'] as const) {
    const next = putValues(task[field], putting)
    if (next !== task[field]) patch[field] = next
  }
  const { workflowDefinition, ...named } = task.subWorkflowParam ?? {}
  const param = typeof workflowDefinition === 'string' ? { ...named, workflowDefinition } : named
  const next = putValues(param, putting)
  if (next !== param) patch.subWorkflowParam = { ...task.subWorkflowParam, ...next }
  return Object.keys(patch).length === 0 ? task : { ...task, ...patch }
}

/** A sub-workflow gets what its task names `workflowInput`, or else all of its input. */
function givenBy(child: Definition, card: GraphTask, refuse: Putting['refuse']): Json {
  const all = (card.inputParameters ?? {}) as JsonObject
  const own = all.workflowInput
  const template = (child.inputTemplate ?? {}) as JsonObject
  if (typeof own === 'string') {
    if (Object.keys(template).length > 0) refuse(`What ${child.name} is given is known only when it runs.`)
    return own
  }
  const isGiven = typeof own === 'object' && own !== null && Object.keys(own).length > 0
  if (JSON.stringify(template).includes('${'))
    refuse(`The input template of ${child.name} holds what looks like \${…}.`)
  return { ...template, ...(isGiven ? (own as JsonObject) : all) }
}
