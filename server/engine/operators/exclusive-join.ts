import { addTask } from '@/server/engine/add-task'
import { endTask } from '@/server/engine/draft'
import { suffixOf } from '@/server/engine/task-refs'
import { latestTask } from '@/server/engine/task-rows'
import type { Task } from '@/server/model/execution'
import { isSuccessfulTask, isTerminalTask } from '@/server/model/status'
import type { Operator, Step } from './operator'

/** EXCLUSIVE_JOIN: takes over the result of the one task of `joinOn` that ran, else of the first default that did. */
export const exclusiveJoin: Operator = {
  performer: 'none',
  enter: (step, entry) =>
    void addTask(step.draft, {
      ...entry,
      operator: exclusiveJoin,
      fields: { status: 'IN_PROGRESS', taskDefName: 'EXCLUSIVE_JOIN' },
    }),
  input: (_draft, { task: { joinOn, defaultExclusiveJoinTask } }) => ({ joinOn, defaultExclusiveJoinTask }),
  begin: review,
  review,
}

function review(step: Step, task: Task): void {
  const { joinOn, defaultExclusiveJoinTask } = task.workflowTask
  const suffix = suffixOf(task)
  const first = (refs: readonly string[]): Task | undefined => {
    const found = refs.flatMap((ref) => latestTask(step.draft.rows, ref + suffix) ?? [])
    return found.find((row) => row.status !== 'SKIPPED')
  }
  const chosen = [first(joinOn), first(defaultExclusiveJoinTask)].find(
    (row) => row !== undefined && isTerminalTask(row.status),
  )
  if (chosen === undefined) return
  if (isSuccessfulTask(chosen.status)) {
    endTask(step.draft, task, { status: 'COMPLETED', outputData: chosen.outputData })
  } else {
    endTask(step.draft, task, { status: 'FAILED', reasonForIncompletion: chosen.reasonForIncompletion })
  }
}
