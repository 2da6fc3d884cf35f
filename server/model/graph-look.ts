/** Where control flows to: from top to bottom, or from left to right. */
export type GraphDirection = 'down' | 'right'

/** How a person looks at the graph of one workflow, never part of it. */
export interface StoredLook {
  readonly direction: GraphDirection
  /** Ids of containers; null: nothing was folded or unfolded by hand yet. */
  readonly folded: readonly string[] | null
}
