import type { NodeDecoration } from '@/components/canvas/node-decoration'
import { INSIDE } from '@/components/graph/graph-model'
import type { RunView } from '@/server/model/run-view'
import { deriveDecorations } from './derive-decorations'
import { indexRun, latestRow } from './run-index'

/** An open sub-workflow of a run, and the run that it started. */
export interface ChildRun {
  /** Of the sub-workflow task in the graph. */
  readonly id: string
  readonly workflowId: string
}

export type ChildViews = ReadonlyMap<string, RunView>

/** The runs behind the open sub-workflow tasks, the inner ones once the outer are known. */
export function childRuns(view: RunView, ids: Iterable<string>, known: ChildViews): ChildRun[] {
  return [...ids].flatMap((id) => {
    const steps = id.split(INSIDE)
    const parent = steps.length === 1 ? view : known.get(steps.slice(0, -1).join(INSIDE))
    const row = parent && latestRow(indexRun(parent), steps.at(-1) as string)
    return row?.subWorkflowId ? [{ id, workflowId: row.subWorkflowId }] : []
  })
}

/** What the children's runs say, under the ids that their tasks have inside the parent's graph. */
export function childDecorations(children: ChildViews, now: number): Record<string, NodeDecoration> {
  const all: Record<string, NodeDecoration> = {}
  for (const [id, view] of children) {
    for (const [ref, decoration] of Object.entries(deriveDecorations({ ...view, now }))) {
      all[`${id}${INSIDE}${ref}`] = decoration
    }
  }
  return all
}
