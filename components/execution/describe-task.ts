import type { RunTask } from '@/server/model/run-view'
import { isTerminalTask } from '@/server/model/status'
import { taskOfRow } from '@/server/model/tasks-by-ref'
import type { WorkflowDef, WorkflowTask } from '@/server/model/workflow-def'
import { reasonLine } from './plain-reason'

const LONGEST = 60

/** One short line under a task's title: the news, where there is any. */
export function describeTask(row: RunTask, task: WorkflowTask | null): string | null {
  const reason = reasonOf(row)
  if (reason !== null) return shorten(reason)
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

/** Why it ended as it did. A retry carries its predecessor's reason along, which is no news of its own. */
export function reasonOf(row: RunTask): string | null {
  return isTerminalTask(row.status) && row.status !== 'COMPLETED' ? row.reasonForIncompletion : null
}

/** `loantype = education` where one value is compared, else only the case. */
function describeChoice(chosen: string, task: WorkflowTask | null): string {
  const isValue = task?.evaluatorType === 'value-param' && task.expression
  return isValue ? `${task.expression} = ${chosen}` : `took ${chosen}`
}

export function shorten(reason: string, longest = LONGEST): string {
  const line = reasonLine(reason)
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}

/** The type as a person wrote it: Conductor calls a worker task's row by its name, and every fork FORK. */
export function taskKind(definition: WorkflowDef, row: RunTask): string {
  const written = row.dynamic ? null : taskOfRow(definition, row.referenceTaskName)
  return written?.type ?? (row.performer === 'worker' ? 'SIMPLE' : row.taskType)
}

/** The name that the definition gives the step; rows only carry it for worker tasks. */
export function taskTitle(definition: WorkflowDef, row: RunTask): string {
  const named = row.dynamic ? null : taskOfRow(definition, row.referenceTaskName)
  return named?.name ?? (row.performer === 'worker' ? row.taskDefName : row.referenceTaskName)
}

export function isOpen(row: RunTask): boolean {
  return !isTerminalTask(row.status)
}
