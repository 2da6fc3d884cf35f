import { tasksIn } from '@/components/graph/child-lists'
import type { Layout } from '@/components/graph/layout-types'
import type { TaskStatus } from '@/server/model/status'
import type { NodeDecoration } from './node-decoration'

type Decorations = Readonly<Record<string, NodeDecoration>>

/** What a closed container says of its inside: the first of these that is found there. */
const NEWS: readonly TaskStatus[] = [
  'FAILED_WITH_TERMINAL_ERROR',
  'FAILED',
  'TIMED_OUT',
  'IN_PROGRESS',
  'SCHEDULED',
  'CANCELED',
  'COMPLETED_WITH_ERRORS',
]

/** A folded container wears the status of what it hides, so that nothing goes wrong unseen. */
export function foldedDecorations(layout: Layout, decorations: Decorations): Decorations {
  const folded = layout.nodes.filter((node) => node.kind === 'folded')
  if (folded.length === 0) return decorations
  const all: Record<string, NodeDecoration> = { ...decorations }
  for (const { id, task } of folded) {
    const own = decorations[id]
    if (task === null || own?.status === undefined) continue
    const refs = [...tasksIn({ path: [], tasks: [task] })].map((one) => one.task.taskReferenceName)
    const statuses = new Set(refs.map((ref) => decorations[ref]?.status))
    const status = NEWS.find((one) => statuses.has(one)) ?? own.status
    if (status !== own.status) all[id] = { ...own, status }
  }
  return all
}
