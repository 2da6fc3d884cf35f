import type { RunTask } from '@/server/model/run-view'
import { isTerminalTask } from '@/server/model/status'
import type { WorkflowTask } from '@/server/model/workflow-def'

const LONGEST = 60

/** One short line under a task's title: the news, where there is any. */
export function describeTask(row: RunTask, task: WorkflowTask | null): string | null {
  if (row.reasonForIncompletion && row.status !== 'COMPLETED') return shorten(row.reasonForIncompletion)
  switch (row.taskType) {
    case 'SWITCH':
    case 'DECISION':
      return row.note === null ? null : describeChoice(row.note || 'default', task)
    case 'HTTP':
      return row.note
    case 'SUB_WORKFLOW':
      return task?.subWorkflowParam?.name ?? row.taskDefName
    default:
      return row.performer === 'worker' && (row.workerId ?? '') !== '' ? row.workerId : null
  }
}

/** `loantype = education` where one value is compared, else only the case. */
function describeChoice(chosen: string, task: WorkflowTask | null): string {
  const isValue = task?.evaluatorType === 'value-param' && task.expression
  return isValue ? `${task.expression} = ${chosen}` : `took ${chosen}`
}

/** The first line of a reason: reasons may carry a stack trace. */
export function shorten(reason: string): string {
  const line = reason.split('\n', 1)[0]?.trim() ?? ''
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line
}

/** A name that people gave, else what Conductor calls it. */
export function taskTitle(row: RunTask): string {
  return row.taskDefName || row.referenceTaskName
}

export function isOpen(row: RunTask): boolean {
  return !isTerminalTask(row.status)
}
