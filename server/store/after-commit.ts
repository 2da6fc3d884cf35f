import { registeredDefOf } from '@/server/engine/task-defs'
import type { PolledTask } from '@/server/model/polled-task'
import { isTerminalWorkflow } from '@/server/model/status'
import type { Batch } from './batch'
import { type Entry, nextWakeOf, payloadSize, roughSize } from './cache'
import type { ExecutionWrites } from './ledger'

/** The transition is durable: memory follows, and promised seats get their tasks. */
export function settleMemory({ entries, ledger, parts, aftermath }: Batch): void {
  for (const { namespaceId, hash } of ledger.snapshots.values()) {
    const holder = [...entries.values()].find(
      (entry) => entry.snapshotHash === hash && entry.namespaceId === namespaceId,
    )
    if (holder) parts.snapshots.keep(namespaceId, hash, holder.execution.snapshot)
  }
  for (const entry of entries.values()) {
    const { workflow } = entry.execution
    const writes = ledger.executions.get(workflow.workflowId)
    if (writes) entry.bytes += grownBy(writes)
    entry.wakeAt = nextWakeOf(entry)
    const isOver = isTerminalWorkflow(workflow.status) || ledger.removed.has(workflow.workflowId)
    if (isOver) parts.cache.drop(workflow.workflowId)
    else parts.cache.put(entry)
  }
  for (const { entry, taskId, seat } of aftermath.handOffs) {
    const polled = polledTask(entry, taskId)
    // A later event of the same batch may have ended it again.
    if (polled?.task.status === 'IN_PROGRESS') seat.fill(polled)
    else seat.release()
  }
}

function polledTask({ namespaceId, execution }: Entry, taskId: PolledTask['task']['taskId']): PolledTask | null {
  const task = execution.tasks.get(taskId)
  if (!task) return null
  return {
    namespaceId,
    task,
    owner: execution.workflow,
    taskDef: registeredDefOf(execution.snapshot, task),
  }
}

function grownBy({ created, changed, before, entry }: ExecutionWrites): number {
  let bytes = 0
  for (const task of created.values()) bytes += payloadSize(task)
  for (const { before: old, after } of changed.values()) {
    if (old.outputData !== after.outputData) bytes += roughSize(after.outputData)
    if (old.inputData !== after.inputData) bytes += roughSize(after.inputData)
  }
  const { variables, output } = entry.execution.workflow
  if (before && before.variables !== variables) bytes += roughSize(variables)
  if (before && before.output !== output) bytes += roughSize(output)
  return bytes
}
