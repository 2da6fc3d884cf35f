import type { Client } from 'pg'
import { createExecution } from '@/server/engine/execution'
import { type TaskRow, taskOfRow } from '@/server/engine/task-of-row'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { type Entry, payloadSize, roughSize } from './cache'
import type { SnapshotCache } from './snapshots'
import { type ExecutionRow, loadExecutions } from './sql/load-executions'
import { loadTasks } from './sql/load-tasks'

/** Whole executions from their rows, under the lock that the batch holds. */
export async function loadEntries(
  client: Client,
  ids: readonly WorkflowId[],
  snapshots: SnapshotCache,
): Promise<Entry[]> {
  const [executions, taskRows] = await Promise.all([loadExecutions(client, ids), loadTasks(client, ids)])
  await snapshots.load(
    client,
    executions.map(({ namespaceId, snapshot }) => ({ namespaceId, hash: snapshot })),
  )
  const byExecution = Map.groupBy(taskRows, (row) => row.workflowInstanceId)
  return executions.map((row) => toEntry(row, byExecution.get(row.workflowId) ?? [], snapshots))
}

function toEntry(row: ExecutionRow, taskRows: readonly TaskRow[], snapshots: SnapshotCache): Entry {
  const { namespaceId, snapshot: hash, wakeAt, storedBytes, ...workflow } = row
  const snapshot = snapshots.get(namespaceId, hash)
  if (!snapshot) throw new Error(`The definition snapshot ${hash} of ${row.workflowId} is missing.`)
  const tasks: Task[] = taskRows.map((task) => taskOfRow(task, snapshot))
  const execution = createExecution(workflow, snapshot, tasks)
  const bytes = tasks.reduce((sum, task) => sum + payloadSize(task), roughSize(workflow))
  return { namespaceId, snapshotHash: hash, execution, wakeAt, storedBytes, bytes }
}
