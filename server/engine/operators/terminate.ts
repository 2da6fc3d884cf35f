import { changeTask, type Draft, endTask } from '@/server/engine/draft'
import { javaText } from '@/server/engine/expressions/java-text'
import { turnOutputs } from '@/server/engine/loop-history'
import { enclosingLoop, latestTask } from '@/server/engine/task-rows'
import { terminationOutput, terminationStatus } from '@/server/engine/termination'
import type { Task } from '@/server/model/execution'
import { ownTask } from './in-place'
import type { Step } from './operator'

/** TERMINATE: the row completes, and the workflow ends with the status it names. */
export const terminate = ownTask({ atOnce: true, begin })

function begin(step: Step, task: Task): void {
  if (terminationStatus(task.inputData) === null) {
    endTask(step.draft, task, {
      status: 'FAILED',
      reasonForIncompletion: `given termination status is not valid: ${javaText(task.inputData.terminationStatus ?? null)}. Expected COMPLETED, FAILED or TERMINATED.`,
    })
    return
  }
  showTurn(step.draft, task)
  endTask(step.draft, task, { status: 'COMPLETED', outputData: terminationOutput(task.inputData) })
}

/** In a loop, the turn that will not end is shown as the TERMINATE found it. */
function showTurn(draft: Draft, task: Task): void {
  const ref = enclosingLoop(draft.rows, task)
  const loop = ref === null ? undefined : latestTask(draft.rows, ref)
  if (loop === undefined) return
  const turn = turnOutputs(draft.rows, loop, { turn: loop.iteration })
  changeTask(draft, loop, { outputData: { ...loop.outputData, [loop.iteration]: turn } })
}
