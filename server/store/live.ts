import type { WorkflowId } from '@/server/model/ids'
import type { Link, Statement } from '@/server/queue/link'
import type { Store } from './store'

/**
 * Calls viewers back when their execution changed. Commits and claims of this process are known at once; those of
 * other replicas are found by looking at the watched executions, all in one statement, a few times a second.
 */
export interface Live {
  /** Returns how to stop. */
  subscribe(workflowId: string, wake: () => void): () => void
  readonly viewers: number
  stop(): void
}

const LOOK_EVERY_MS = 200

const LOOK: Statement = {
  name: 'look-at-watched',
  text: `
    select e.id as "workflowId", e.revision || ' ' || coalesce(
      (select max(t.update_time) from tasks t where t.execution_id = e.id and t.status = 'IN_PROGRESS'), 0) as state
    from executions e where e.id = any($1::uuid[])`,
}

export function createLive(store: Pick<Store, 'onChange'>, link: Link): Live {
  const watched = new Map<string, Set<() => void>>()
  const seen = new Map<string, string>()
  let timer: NodeJS.Timeout | null = null
  let viewers = 0

  const wakeAll = (workflowId: string): void => {
    for (const wake of watched.get(workflowId) ?? []) wake()
  }
  const stopListening = store.onChange((ids: ReadonlySet<WorkflowId>) => {
    if (watched.size === 0) return
    for (const id of ids) wakeAll(id)
  })

  async function look(): Promise<void> {
    const { rows } = await link.run<{ workflowId: string; state: string }>(LOOK, [[...watched.keys()]])
    for (const { workflowId, state } of rows) {
      const before = seen.get(workflowId)
      if (watched.has(workflowId)) seen.set(workflowId, state)
      if (before !== undefined && before !== state) wakeAll(workflowId)
    }
  }

  const schedule = (): void => {
    if (watched.size === 0) return
    timer ??= setTimeout(() => {
      // A look that fails is made up for by the next one.
      look()
        .catch(() => undefined)
        .finally(() => {
          timer = null
          schedule()
        })
    }, LOOK_EVERY_MS).unref()
  }

  return {
    get viewers() {
      return viewers
    },
    subscribe(workflowId, wake) {
      const wakes = watched.get(workflowId) ?? new Set()
      wakes.add(wake)
      watched.set(workflowId, wakes)
      viewers++
      schedule()
      return () => {
        if (!wakes.delete(wake)) return
        viewers--
        if (wakes.size > 0) return
        watched.delete(workflowId)
        seen.delete(workflowId)
      }
    },
    stop() {
      stopListening()
      if (timer !== null) clearTimeout(timer)
      watched.clear()
    },
  }
}
