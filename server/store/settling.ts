import type { WorkflowId } from '@/server/model/ids'

/** Counts the scripts under way for each execution, so that a caller can wait for them as Conductor's callers do. */
export interface Settling {
  began(workflowId: WorkflowId): void
  ended(workflowId: WorkflowId): void
  /** Resolves when none is under way, or after `maxMs`. */
  wait(workflowId: WorkflowId, maxMs: number): Promise<void>
}

interface Pending {
  count: number
  readonly waiters: Set<() => void>
}

export function createSettling(): Settling {
  const pending = new Map<WorkflowId, Pending>()

  return {
    began(workflowId) {
      const known = pending.get(workflowId)
      if (known) known.count++
      else pending.set(workflowId, { count: 1, waiters: new Set() })
    },
    ended(workflowId) {
      const known = pending.get(workflowId)
      if (!known || --known.count > 0) return
      pending.delete(workflowId)
      for (const done of known.waiters) done()
    },
    wait(workflowId, maxMs) {
      const known = pending.get(workflowId)
      if (!known) return Promise.resolve()
      return new Promise((resolve) => {
        const done = (): void => {
          clearTimeout(timer)
          known.waiters.delete(done)
          resolve()
        }
        const timer = setTimeout(done, maxMs)
        known.waiters.add(done)
      })
    },
  }
}
