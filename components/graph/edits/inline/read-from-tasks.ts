import { type Definition, type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { findReferences } from '@/server/engine/expressions/references'
import type { Json, JsonObject } from '@/server/model/json'
import { type Put, type Putting, putValues } from './put-values'
import { putInTask } from './read-from-card'
import { readInScript } from './read-in-script'
import { valueIn } from './value-in'

export interface Replaced {
  readonly card: GraphTask
  readonly path: JsonPath
  /** With its `${workflow.input…}` replaced already. */
  readonly child: Definition
}

/** Types whose work may end somewhere else than at the task itself: in a case, or in a branch. */
const OPEN_ENDED: ReadonlySet<string> = new Set(['SWITCH', 'DECISION', 'FORK_JOIN', 'FORK_JOIN_DYNAMIC'])

/** What was read of the task that ran a sub-workflow comes from the tasks in its place; JOINs wait for their last. */
export function readFromTasks(definition: Definition, replaced: Replaced, refuse: Putting['refuse']): Definition {
  const { child, card } = replaced
  const ref = card.taskReferenceName
  const last = child.tasks?.at(-1) as GraphTask
  const given = givenBack(child)
  const put = (source: string): Put | null => {
    const [own] = findReferences(`\${${source}}`)
    if (own?.root !== ref) return null
    const name = own.members[0] === 'output' ? own.members[1] : undefined
    const path = /^\s*(?:\$\.)?[^.[]+\.output(.*)$/s.exec(source)?.[1]?.trim()
    const found = given === null || name === undefined || path === undefined ? null : valueIn(given, path)
    if (found === null) refuse(`\${${source}} is read, which no task of ${child.name} gives.`)
    else if (name === 'subWorkflowId') refuse(`\${${source}} is the id of a run that there would not be.`)
    else if (isInCase(replaced.path) && !isOfTasks(found)) {
      refuse(`\${${source}} is a value that is there only where ${ref} runs.`)
    }
    return found
  }
  const waits = (list: readonly string[]) => list.map((one) => (one === ref ? last.taskReferenceName : one))
  const tasks = mapTasks(definition.tasks ?? [], (task) => {
    const read = putInTask(task, { put, refuse })
    const patch: Partial<GraphTask> = readInScript(read, { ref, given }, refuse)
    for (const field of ['joinOn', 'defaultExclusiveJoinTask'] as const) {
      if (!read[field]?.includes(ref)) continue
      if (OPEN_ENDED.has(taskType(last)))
        refuse(`${task.taskReferenceName} waits for ${ref}, and ${child.name} ends with a ${taskType(last)}.`)
      patch[field] = waits(read[field])
    }
    return Object.keys(patch).length === 0 ? read : { ...read, ...patch }
  })
  const outputParameters = putValues(definition.outputParameters, { put, refuse })
  if (tasks === definition.tasks && outputParameters === definition.outputParameters) return definition
  return { ...definition, tasks, ...(outputParameters ? { outputParameters } : {}) }
}

/** Without outputs of its own a workflow gives what its last task gave. */
function givenBack({ tasks = [], outputParameters }: Definition): Json | null {
  if (Object.keys(outputParameters ?? {}).length > 0) return outputParameters as JsonObject
  const last = tasks?.at(-1)
  const isPlain = last !== undefined && !OPEN_ENDED.has(taskType(last)) && taskType(last) !== 'DO_WHILE'
  return isPlain ? `\${${last.taskReferenceName}.output}` : null
}

function isInCase(path: JsonPath): boolean {
  return path.includes('decisionCases') || path.includes('defaultCase')
}

function isOfTasks(put: Put): boolean {
  return 'source' in put && findReferences(`\${${put.source}}`)[0]?.root !== 'workflow'
}
