import type { Refusal } from '@/server/engine/decision'
import type { Draft } from '@/server/engine/draft'
import type { SkipCommand } from '@/server/engine/event'
import { addSkipped } from '@/server/engine/skipped'
import { suffixOf } from '@/server/engine/task-refs'
import { latestTask } from '@/server/engine/task-rows'

/** A task that has not been reached is stepped over when it is. In a loop that is the one of the loop's present turn. */
export function skip(draft: Draft, command: SkipCommand): Refusal | null {
  const { workflow, rows } = draft
  const { ref } = command
  if (workflow.status !== 'RUNNING') {
    const message = `The workflow ${workflow.workflowId} is not running so the task referenced by ${ref} cannot be skipped`
    return { code: 'CONFLICT', message }
  }
  const position = rows.positions.get(ref)
  if (position === undefined) {
    const message = `The task referenced by ${ref} does not exist in the WorkflowDefinition ${workflow.workflowName}`
    return { code: 'NOT_FOUND', message }
  }
  const suffix = position.loop === null ? '' : presentTurn(draft, position.loop)
  if (suffix === null) {
    const message = `The task ${ref} is inside the loop ${position.loop}, which does not run now.`
    return { code: 'CONFLICT', message }
  }
  if (latestTask(rows, ref + suffix) !== undefined) {
    return { code: 'CONFLICT', message: `The task referenced ${ref} has already been processed, cannot be skipped` }
  }
  addSkipped(draft, { task: position.task, place: { suffix, dynamic: false, loop: null } }, command)
  return null
}

/** The suffix of rows in the loop's present turn; null when it is not open. */
function presentTurn(draft: Draft, loop: string): string | null {
  const id = draft.rows.latestByBase.get(loop)
  const row = id === undefined ? undefined : draft.rows.tasks.get(id)
  if (row?.status !== 'IN_PROGRESS') return null
  return `${suffixOf(row)}__${Math.max(1, row.iteration)}`
}
