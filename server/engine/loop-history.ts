import type { Task } from '@/server/model/execution'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import type { WorkflowTask } from '@/server/model/workflow-def'
import { positionsIn } from './definition-index'
import type { TaskRows } from './row-tables'
import { baseRef, suffixOf } from './task-refs'
import { latestTask } from './task-rows'

/**
 * What a DO_WHILE shows: `iteration`, and the outputs of each turn under its number. While a long loop runs its row
 * holds the latest turns only, so that 10,000 turns write 10,000 times a bounded amount; the whole history is put
 * together from the body's rows when the loop ends, or when somebody's expression reads it.
 */
export const SHOWN_TURNS = 20

/** `${loop.output.iteration}` and its like need no history, anything else of the output does. */
export function mentionsHistory(template: Json, ref: string): boolean {
  if (typeof template === 'string') {
    return template.includes(ref) && template.replace(CURRENT_TURN, '').includes(`${ref}.output`)
  }
  if (Array.isArray(template)) return template.some((item: Json) => mentionsHistory(item, ref))
  return isJsonObject(template) && Object.values(template).some((item) => mentionsHistory(item, ref))
}

const CURRENT_TURN = /\.output\.(iteration|loopIndex|loopItem)\b/g

/** Through turn `last`; what the row itself shows goes on top. */
export function wholeLoopOutput(rows: TaskRows, loop: Task, last = loop.iteration): JsonObject {
  if (last <= SHOWN_TURNS) return loop.outputData
  const oldest = Math.max(1, last - (keepLastN(loop) ?? last) + 1)
  const turns: Record<string, Json> = {}
  for (let turn = oldest; turn <= last; turn += 1) turns[turn] = turnOutputs(rows, loop, { turn })
  return { ...turns, ...loop.outputData }
}

interface Turn {
  readonly turn: number
  /** Only rows up to this one. */
  readonly through?: number
}

/** The outputs of one turn by the names in the definition. */
export function turnOutputs(
  rows: TaskRows,
  loop: Task,
  { turn, through = Number.POSITIVE_INFINITY }: Turn,
): JsonObject {
  const suffix = `${suffixOf(loop)}__${turn}`
  const ran = bodyRefs(loop.workflowTask).flatMap((ref) => {
    const task = latestTask(rows, ref + suffix)
    return task === undefined || task.seq > through ? [] : [[ref, task.outputData] as const]
  })
  return Object.fromEntries(ran)
}

/** How many turns the loop is asked to remember; null = all. */
export function keepLastN(loop: Task): number | null {
  const given = loop.inputData.keepLastN
  return typeof given === 'number' && Number.isInteger(given) && given > 0 ? given : null
}

/** Every row of one turn, with those of the loops and dynamic forks inside it. */
export function rowsOfTurn(rows: TaskRows, loop: Task, turn: number): Task[] {
  const suffix = `${suffixOf(loop)}__${turn}`
  const found: Task[] = []
  const refs = bodyRefs(loop.workflowTask).map((ref) => ref + suffix)
  for (let ref = refs.pop(); ref !== undefined; ref = refs.pop()) {
    const latest = latestTask(rows, ref)
    if (latest === undefined) continue
    found.push(...attempts(rows, latest))
    if (latest.taskType === 'DO_WHILE') {
      for (let inner = 1; inner <= latest.iteration; inner += 1) found.push(...rowsOfTurn(rows, latest, inner))
    }
    const forked = latest.taskType === 'FORK' ? latest.inputData.forkedTasks : undefined
    if (Array.isArray(forked)) refs.push(...forked.map((branch) => `${branch}${suffix}`))
    if (latest.dynamic) refs.push(...nestedRefs(latest).map((nested) => nested + suffix))
  }
  return found
}

function attempts(rows: TaskRows, latest: Task): Task[] {
  const chain: Task[] = []
  for (let task: Task | undefined = latest; task !== undefined; ) {
    chain.push(task)
    task = task.retriedTaskId === null ? undefined : rows.tasks.get(task.retriedTaskId)
  }
  return chain
}

function nestedRefs(task: Task): string[] {
  const inside = positionsIn({ tasks: [task.workflowTask], isRoot: false, after: null, loop: null })
  return [...inside.keys()].filter((ref) => ref !== baseRef(task))
}

const bodies = new WeakMap<WorkflowTask, readonly string[]>()

/** The tasks directly in a loop's turn, with those of its switches and forks, without those of loops inside it. */
export function bodyRefs(loop: WorkflowTask): readonly string[] {
  const known = bodies.get(loop)
  if (known) return known
  const ref = loop.taskReferenceName
  const positions = positionsIn({ tasks: loop.loopOver, isRoot: false, after: null, loop: ref })
  const refs = [...positions].filter(([, position]) => position.loop === ref).map(([inner]) => inner)
  bodies.set(loop, refs)
  return refs
}
