import type { Definition } from '@/components/graph/definition'
import type { GraphDirection } from '@/server/model/graph-look'

/** How somebody looks at a graph, and what changes that; none of it is part of the definition. */
export interface GraphLook {
  readonly direction: GraphDirection
  /** False: how the reader left it is not there yet. */
  readonly isKnown: boolean
  readonly folded: ReadonlySet<string>
  /** Sub-workflow tasks that show the graph of what they run. */
  readonly opened: ReadonlyMap<string, Definition>
  readonly onTurn: () => void
  /** Folds a container or unfolds it; opens a sub-workflow in place or closes it. */
  readonly onFold: (id: string) => void
  readonly onFoldAll: () => void
  /** Goes to the workflow that a task runs. */
  readonly onVisit: (id: string) => void
}
