import { registeredDefOf } from '@/server/engine/task-defs'
import { taskOfRow } from '@/server/engine/task-of-row'
import type { PolledTask } from '@/server/model/polled-task'
import type { ClaimedRow } from '@/server/queue/claim'
import type { Link } from '@/server/queue/link'
import type { SnapshotCache } from './snapshots'

/** Claimed rows as workers receive them: with their part of the definition. */
export async function hydrate(
  rows: readonly ClaimedRow[],
  snapshots: SnapshotCache,
  link: () => Link,
): Promise<PolledTask[]> {
  const isUnknown = ({ namespaceId, snapshot }: ClaimedRow) => snapshots.get(namespaceId, snapshot) === undefined
  const unknown = rows.filter(isUnknown)
  if (unknown.length > 0) {
    const wanted = unknown.map(({ namespaceId, snapshot }) => ({ namespaceId, hash: snapshot }))
    await snapshots.load(await link().client(), wanted)
  }
  return rows.map((row) => toPolledTask(row, snapshots))
}

function toPolledTask(claimed: ClaimedRow, snapshots: SnapshotCache): PolledTask {
  const { seat: _, namespaceId, workflowName, correlationId, priority, snapshot: hash, ...row } = claimed
  const snapshot = snapshots.get(namespaceId, hash)
  if (!snapshot) throw new Error(`The definition snapshot ${hash} of ${row.workflowInstanceId} is missing.`)
  const task = taskOfRow(row, snapshot)
  return {
    namespaceId,
    task,
    owner: { workflowName, correlationId, priority },
    taskDef: registeredDefOf(snapshot, task),
  }
}
