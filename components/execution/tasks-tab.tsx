'use client'

import { displayStatus } from '@/components/canvas/node-decoration'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { formatDuration } from '@/components/ui/format-duration'
import { formatClock } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import { TaskIcon } from '@/components/ui/task-icon'
import type { RunTask, RunView } from '@/server/model/run-view'
import { reasonOf, shorten, taskKind, taskTitle } from './describe-task'

export interface TasksTabProps {
  readonly view: RunView
  readonly onSelect: (task: RunTask) => void
}

const LIMIT = 1_000

/** Every attempt as a row, in the order of creation. */
export function TasksTab({ view, onSelect }: TasksTabProps) {
  const rows = view.tasks.slice(0, LIMIT)
  return (
    <>
      <DataTable
        label="Tasks of this run"
        columns={columns(view)}
        rows={rows}
        rowId={(task) => task.taskId}
        onOpen={onSelect}
        empty={<p className="p-6 text-text-2">No task has been scheduled yet.</p>}
      />
      {view.tasks.length > LIMIT ? (
        <p className="p-4 text-text-2">
          {view.tasks.length - LIMIT} more tasks are not listed here; the timeline shows them all.
        </p>
      ) : null}
    </>
  )
}

function columns({ definition, now }: RunView): readonly DataColumn<RunTask>[] {
  return [
    { id: 'seq', header: '#', width: '48px', cell: (task) => <span className="tabular text-text-3">{task.seq}</span> },
    {
      id: 'status',
      header: 'Status',
      width: '140px',
      cell: (task) => <StatusChip status={displayStatus(task, task.taskType) ?? task.status} />,
    },
    { id: 'task', header: 'Task', cell: (task) => <Name task={task} definition={definition} /> },
    {
      id: 'type',
      header: 'Type',
      wideOnly: true,
      cell: (task) => <span className="font-mono text-xs">{taskKind(definition, task)}</span>,
    },
    {
      id: 'news',
      header: 'What happened',
      wideOnly: true,
      cell: (task) => <span className="text-text-2">{news(task)}</span>,
    },
    {
      id: 'scheduled',
      header: 'Scheduled',
      align: 'right',
      wideOnly: true,
      cell: (task) => formatClock(task.scheduledTime),
    },
    { id: 'duration', header: 'Duration', align: 'right', cell: (task) => duration(task, now) },
  ]
}

function Name({ task, definition }: { readonly task: RunTask; readonly definition: RunView['definition'] }) {
  return (
    <span className="flex items-center gap-2">
      <TaskIcon type={taskKind(definition, task)} />
      <span className="font-medium">{taskTitle(definition, task)}</span>
      <span className="truncate font-mono text-xs text-text-3">{task.referenceTaskName}</span>
    </span>
  )
}

function news(task: RunTask): string {
  const reason = reasonOf(task)
  if (reason !== null) return shorten(reason)
  const facts = [task.retryCount > 0 ? `attempt ${task.retryCount + 1}` : null, task.workerId, task.note]
  return facts.filter(Boolean).join(' · ')
}

function duration(task: RunTask, now: number): string {
  if (task.startTime === 0 && task.endTime === 0) return '—'
  return formatDuration((task.endTime || now) - (task.startTime || task.scheduledTime))
}
