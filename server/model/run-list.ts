/** What the list of executions can show of a run besides its workflow, in this order. */
export const RUN_COLUMNS = [
  'status',
  'id',
  'where',
  'tasks',
  'reason',
  'correlation',
  'parent',
  'createdBy',
  'duration',
  'ended',
  'created',
] as const
export type RunColumn = (typeof RUN_COLUMNS)[number]

export const USUAL_RUN_COLUMNS: readonly RunColumn[] = ['status', 'where', 'correlation', 'duration', 'created']

/** Filters, order and columns under a name: `query` is what the list's address says after the `?`. */
export interface RunListView {
  readonly name: string
  readonly query: string
}

export interface RunListLook {
  readonly views: readonly RunListView[]
  /** Null: the usual ones. */
  readonly columns: readonly string[] | null
}
