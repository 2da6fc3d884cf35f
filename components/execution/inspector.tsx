'use client'

import type { RunView } from '@/server/model/run-view'
import { taskOfRow } from '@/server/model/tasks-by-ref'
import { DataTab } from './data-tab'
import { RunInspector } from './run-inspector'
import { UpcomingInspector } from './upcoming-inspector'
import { usePollers } from './use-pollers'
import type { RunSelection } from './use-run-selection'

/** The right pane: the selected attempt, a step still to come, or the data of the whole run. */
export function Inspector({ view, selection }: { readonly view: RunView; readonly selection: RunSelection }) {
  const { ref, task, rows, select } = selection
  const pollers = usePollers(rows)
  if (task && ref) {
    return (
      <RunInspector
        key={ref}
        view={view}
        pollers={pollers}
        task={task}
        rows={rows}
        onSelectRow={(taskId) => select(ref, taskId)}
        onSelectRef={(next) => select(next)}
      />
    )
  }
  const upcoming = ref === null ? null : taskOfRow(view.definition, ref)
  if (upcoming) return <UpcomingInspector task={upcoming} />
  return (
    <section aria-label="Data of the run" className="h-full overflow-auto bg-surface">
      <h2 className="border-b px-3.5 py-2 font-medium">
        The whole run <span className="pl-1 font-normal text-text-3">choose a task to see its own data</span>
      </h2>
      <DataTab header={view.header} isNarrow />
    </section>
  )
}
