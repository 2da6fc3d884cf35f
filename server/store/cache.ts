import type { Execution } from '@/server/engine/execution'
import type { Task } from '@/server/model/execution'
import type { NamespaceId, WorkflowId } from '@/server/model/ids'

/**
 * Live executions in memory, the least recently used leave first. An entry is only believed while its revision is the
 * one of the locked row, so another replica may change the execution at any time.
 */
export interface Entry {
  readonly namespaceId: NamespaceId
  snapshotHash: string
  readonly execution: Execution
  /** `wake_at` as this process wrote it last. */
  wakeAt: number | null
  /** What its payloads take in the database, where bytes are shared out. */
  storedBytes: number
  /** Payloads as JSON; estimated. */
  bytes: number
}

export interface ExecutionCache {
  get(workflowId: WorkflowId): Entry | undefined
  put(entry: Entry): void
  drop(workflowId: WorkflowId): void
  readonly bytes: number
}

const BYTES_PER_TASK = 2_000

/** What `wake_at` is to be: the last decision's, else what was loaded. */
export function nextWakeOf({ execution, wakeAt }: Entry): number | null {
  return execution.wakeAt === undefined ? wakeAt : execution.wakeAt
}

export function entrySize(entry: Entry): number {
  return entry.bytes + BYTES_PER_TASK * (1 + entry.execution.tasks.size)
}

export function createExecutionCache(maxBytes: number): ExecutionCache {
  const entries = new Map<WorkflowId, { entry: Entry; size: number }>()
  let bytes = 0

  const drop = (workflowId: WorkflowId): void => {
    const known = entries.get(workflowId)
    if (!known) return
    bytes -= known.size
    entries.delete(workflowId)
  }

  return {
    get bytes() {
      return bytes
    },
    get: (workflowId) => entries.get(workflowId)?.entry,
    put(entry) {
      const { workflowId } = entry.execution.workflow
      drop(workflowId)
      const size = entrySize(entry)
      entries.set(workflowId, { entry, size })
      bytes += size
      for (const oldest of entries.keys()) {
        if (bytes <= maxBytes || entries.size === 1) return
        drop(oldest)
      }
    },
    drop,
  }
}

/** Payload bytes of a task without counting them exactly: strings and containers dominate. */
export function payloadSize(task: Pick<Task, 'inputData' | 'outputData'>): number {
  return roughSize(task.inputData) + roughSize(task.outputData)
}

export function roughSize(value: unknown): number {
  let size = 0
  const pending: unknown[] = [value]
  while (pending.length > 0) {
    const next = pending.pop()
    size += 16
    if (typeof next === 'string') size += 2 * next.length
    else if (typeof next === 'object' && next !== null) {
      for (const [key, child] of Object.entries(next)) {
        size += 2 * key.length
        pending.push(child)
      }
    }
  }
  return size
}
