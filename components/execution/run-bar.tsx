'use client'

import { cn } from '@/components/ui/cn'
import { formatClock } from '@/components/ui/format-time'
import { Segmented } from '@/components/ui/segmented'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunView } from '@/server/model/run-view'
import { needsAnswer } from './answer/ask-of'
import { ProgressBar } from './progress-bar'
import { RunDuration } from './run-duration'
import type { Progress } from './run-progress'
import { type Sentence, sentenceText } from './sentence'
import { SentenceLine } from './sentence-line'

export const RUN_TABS = ['graph', 'tasks', 'data', 'journal'] as const
export type RunTab = (typeof RUN_TABS)[number]

const TAB_LABELS: Readonly<Record<RunTab, string>> = {
  graph: 'Graph',
  tasks: 'Tasks',
  data: 'Data',
  journal: 'Journal',
}

export interface RunBarProps {
  readonly view: RunView
  readonly progress: Progress
  readonly sentence: Sentence
  readonly tab: RunTab
  readonly onTabChange: (tab: RunTab) => void
  readonly onResume: () => void
}

const LONG_SENTENCE = 50

/** The 44 px line above a run: where it stands, in numbers and in words. */
export function RunBar({ view, progress, sentence, tab, onTabChange, onResume }: RunBarProps) {
  const { header, tasks } = view
  const asksPerson = header.status === 'RUNNING' && tasks.some((task) => task.taskType === 'HUMAN' && needsAnswer(task))
  // The sentence matters more than the facts beside it.
  const isLong = sentenceText(sentence).length > LONG_SENTENCE || sentence.action !== null
  return (
    <div className="flex min-h-11 shrink-0 flex-wrap items-center gap-x-4 gap-y-2 border-b bg-surface px-4 py-2 md:flex-nowrap md:py-0">
      <StatusChip status={asksPerson ? 'WAITING_FOR_HUMAN' : header.status} className="h-6 px-2.5 text-base" />
      <RunDuration view={view} />
      <Divider />
      <span className="tabular whitespace-nowrap text-text-2">
        <strong className="font-medium text-text">{progress.done.toLocaleString('en-US')}</strong> of{' '}
        {progress.total === 1 ? '1 task' : `${progress.total.toLocaleString('en-US')} tasks`}
      </span>
      <div className="w-32 shrink-0 max-md:w-full max-md:shrink">
        <ProgressBar progress={progress} status={header.status} />
      </div>
      <Divider />
      <SentenceLine sentence={sentence} onResume={onResume} className="flex-1 max-md:w-full max-md:flex-none" />
      <span className={cn('whitespace-nowrap text-text-2', isLong ? 'max-[1700px]:hidden' : 'max-xl:hidden')}>
        v{header.workflowVersion}
        {header.correlationId ? (
          <>
            {' · correlation '}
            <span className="font-mono text-sm">{header.correlationId}</span>
          </>
        ) : null}
        {` · started ${formatClock(header.createTime)}`}
      </span>
      <Segmented
        label="View"
        value={tab}
        onValueChange={onTabChange}
        options={RUN_TABS.map((value) => ({ value, label: TAB_LABELS[value] }))}
      />
    </div>
  )
}

function Divider() {
  return <span className="h-5 w-px bg-border max-md:hidden" aria-hidden />
}
