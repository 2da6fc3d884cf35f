import { endTask } from '@/server/engine/draft'
import { javaText } from '@/server/engine/expressions/java-text'
import { terminationOutput, terminationStatus } from '@/server/engine/termination'
import type { Task } from '@/server/model/execution'
import { ownTask } from './in-place'
import type { Step } from './operator'

/** TERMINATE: the row completes, and the workflow ends with the status it names. */
export const terminate = ownTask({ begin })

function begin(step: Step, task: Task): void {
  if (terminationStatus(task.inputData) === null) {
    endTask(step.draft, task, {
      status: 'FAILED',
      reasonForIncompletion: `given termination status is not valid: ${javaText(task.inputData.terminationStatus ?? null)}. Expected COMPLETED, FAILED or TERMINATED.`,
    })
    return
  }
  endTask(step.draft, task, { status: 'COMPLETED', outputData: terminationOutput(task.inputData) })
}
