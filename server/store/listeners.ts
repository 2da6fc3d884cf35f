import type { WorkflowId } from '@/server/model/ids'
import type { SystemWork } from './batch'

/** Who wants to know what commits in this process. */
export type Listeners = ReturnType<typeof createListeners>

export function createListeners() {
  const work = new Set<(work: SystemWork) => void>()
  const change = new Set<(workflowIds: ReadonlySet<WorkflowId>) => void>()
  const deadline = new Set<(at: number, now: number) => void>()
  const places = new Set<() => void>()
  const messages = new Set<() => void>()

  return {
    onWork: subscribeTo(work),
    onChange: subscribeTo(change),
    onDeadline: subscribeTo(deadline),
    onPlaces: subscribeTo(places),
    onMessages: subscribeTo(messages),
    /** False when nobody takes work in this process. */
    work(item: SystemWork): boolean {
      for (const listener of work) listener(item)
      return work.size > 0
    },
    places(): void {
      for (const listener of places) listener()
    },
    messages(): void {
      for (const listener of messages) listener()
    },
    changed(workflowIds: ReadonlySet<WorkflowId>): void {
      for (const listener of change) listener(workflowIds)
    },
    deadline(at: number | null, now: number): void {
      if (at !== null) for (const listener of deadline) listener(at, now)
    },
  }
}

function subscribeTo<L>(listeners: Set<L>) {
  return (listener: L): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
}
