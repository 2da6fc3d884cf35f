'use client'

import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useEffect, useMemo } from 'react'
import { announce } from '@/components/ui/live-region'
import { useIsNarrow } from '@/components/ui/use-media-query'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { DataTab } from './data-tab'
import { JournalTab } from './journal-tab'
import { RUN_TABS, RunBar, type RunTab } from './run-bar'
import { RunDesk } from './run-desk'
import { indexRun } from './run-index'
import { RunPhone } from './run-phone'
import { runProgress } from './run-progress'
import { runSentence } from './run-sentence'
import { RunTop } from './run-top'
import { sentenceText } from './sentence'
import { TasksTab } from './tasks-tab'
import { useNow } from './use-now'
import { usePollers } from './use-pollers'
import { useLiveRun } from './use-run'
import { useRunActions } from './use-run-actions'
import { useRunSelection } from './use-run-selection'

/** One execution, live. */
export function RunScreen({ loaded }: { readonly loaded: RunView }) {
  const view = useLiveRun(loaded)
  const pollers = usePollers(view.tasks)
  const actions = useRunActions(view.header.workflowId)
  const selection = useRunSelection(view)
  const isNarrow = useIsNarrow()
  const [tab, setTab] = useQueryState('view', parseAsStringLiteral(RUN_TABS).withDefault('graph'))
  const now = useNow(view.now, !isTerminalWorkflow(view.header.status), 1_000)
  const sentence = runSentence({ ...view, now }, pollers)
  const progress = useMemo(() => runProgress(view, indexRun(view)), [view])
  useAnnouncements(view, sentenceText(sentence))
  const show = (next: RunTab) => void setTab(next)
  return (
    <div className="flex h-full min-h-0 flex-col">
      <RunTop header={view.header} actions={actions} />
      <RunBar
        view={view}
        progress={progress}
        sentence={sentence}
        tab={tab}
        onTabChange={show}
        onResume={actions.resume}
      />
      <div className="min-h-0 flex-1 overflow-auto">
        {tab === 'graph' && !isNarrow ? <RunDesk view={view} pollers={pollers} selection={selection} /> : null}
        {tab === 'graph' && isNarrow ? <RunPhone view={view} pollers={pollers} selection={selection} /> : null}
        {tab === 'tasks' ? (
          <TasksTab
            view={view}
            onSelect={(task) => {
              selection.select(task.referenceTaskName, task.taskId)
              show('graph')
            }}
          />
        ) : null}
        {tab === 'data' ? <DataTab header={view.header} /> : null}
        {tab === 'journal' ? <JournalTab header={view.header} /> : null}
      </div>
    </div>
  )
}

/** Says what changed, not every tick: the status, and the number of finished tasks. */
function useAnnouncements({ header, tasks }: RunView, sentence: string): void {
  const done = tasks.filter((task) => task.status === 'COMPLETED').length
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new status or another finished task is news
  useEffect(() => announce(sentence), [header.status, done])
}
