import type { Definition } from './definition'

/** How somebody looks at a definition; none of it is part of the definition. */
export interface GraphView {
  /** Containers, by id, whose inside is put away. */
  readonly folded?: ReadonlySet<string>
  /** Sub-workflow tasks, by id, that show the graph of what they run. */
  readonly opened?: ReadonlyMap<string, Definition>
}

/** Whether a task has an inside that can be put away. */
export const FOLDABLE: ReadonlySet<string> = new Set(['FORK_JOIN', 'SWITCH', 'DECISION', 'DO_WHILE'])
