import { changeTask, type Draft } from '@/server/engine/draft'
import type { TaskRows } from '@/server/engine/row-tables'
import { baseRef, suffixOf } from '@/server/engine/task-refs'
import { latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'

/**
 * The JOIN behind a dynamic fork waits for the last task of each branch, as far as it is known. Where a branch is a
 * choice that is the end of the case that was taken; Conductor waits for the first task of the case only.
 */
export function endOfBranch(rows: TaskRows, ref: string, suffix: string): string {
  const row = latestTask(rows, ref + suffix)
  const last = row === undefined ? undefined : lastChosen(row)
  return last === undefined ? ref : endOfBranch(rows, last, suffix)
}

/** A script has chosen only now: whoever waits for the choice waits for its case instead. */
export function waitForCase(draft: Draft, choice: Task): void {
  const { rows } = draft
  const from = baseRef(choice)
  const to = endOfBranch(rows, from, suffixOf(choice))
  if (!choice.dynamic || to === from) return
  for (const id of rows.joinsOf.get(choice.referenceTaskName) ?? []) {
    const join = rows.tasks.get(id)
    const joinOn = join?.inputData.joinOn
    // A JOIN whose author wrote down the choice means the choice.
    if (join === undefined || !Array.isArray(joinOn) || join.workflowTask.joinOn.includes(from)) continue
    changeTask(draft, join, {
      inputData: { ...join.inputData, joinOn: joinOn.map((ref) => (ref === from ? to : ref)) },
    })
  }
}

function lastChosen({ workflowTask, inputData }: Task): string | undefined {
  if (inputData.hasChildren !== 'true') return undefined
  const own = workflowTask.decisionCases[String(inputData.case)] ?? []
  return (own.length > 0 ? own : workflowTask.defaultCase).at(-1)?.taskReferenceName
}
