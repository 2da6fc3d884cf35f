import type { Task } from '@/server/model/execution'
import { type Draft, endTask } from './draft'
import { pathsOf } from './lifecycle/task-paths'
import { finishJoin } from './operators/join'
import { joinRefs } from './task-refs'
import { isSettled, latestTask, openTasks } from './task-rows'

/** With more rows open than this, something other than joins is among them. */
const FEW = 64
const JOINS: ReadonlySet<string> = new Set(['JOIN', 'EXCLUSIVE_JOIN'])

/**
 * A JOIN may name a task of a case that was not taken. While anything else can go on, that task may still come, and
 * the JOIN waits as in Conductor; when nothing else can, the reference server waits for ever, and we join what there is.
 */
export function releaseVainJoin(draft: Draft): boolean {
  const { rows } = draft
  if (rows.counts.open === 0 || rows.counts.open > FEW) return false
  const open = openTasks(rows)
  if (!open.every(onlyWaitsForRows)) return false
  const vain = innermost(
    draft,
    open.filter((task) => JOINS.has(task.taskType) && waitsInVain(draft, task)),
  )
  if (vain === undefined) return false
  // An EXCLUSIVE_JOIN that could choose would have: there is nothing for it to take over.
  if (vain.taskType === 'EXCLUSIVE_JOIN') endTask(draft, vain, { status: 'COMPLETED' })
  else finishJoin(draft, vain)
  return true
}

/** What comes behind it may be what one around it waits for. */
function innermost({ rows }: Draft, joins: readonly Task[]): Task | undefined {
  if (joins.length < 2) return joins[0]
  const pathOf = pathsOf(rows)
  return joins.reduce((a, b) => (pathOf(b).length > pathOf(a).length ? b : a))
}

/** A loop between its turns waits for an answer, one in a turn for the rows of its body; a JOIN may wait for its script. */
function onlyWaitsForRows(task: Task): boolean {
  return (
    (JOINS.has(task.taskType) && task.leaseUntil === 0) ||
    (task.taskType === 'DO_WHILE' && task.state?.phase === 'body')
  )
}

function waitsInVain(draft: Draft, join: Task): boolean {
  const missing = joinRefs(join).filter((ref) => !isSettled(draft.rows, ref))
  return missing.every((ref) => latestTask(draft.rows, ref) === undefined)
}
