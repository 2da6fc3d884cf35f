import { formatClock } from '@/components/ui/format-time'
import { Skeleton } from '@/components/ui/skeleton'
import type { RunTask } from '@/server/model/run-view'
import type { TaskDetails } from './task-details'

export function InspectorLogs({
  logs,
  task,
}: {
  readonly logs: TaskDetails['logs'] | undefined
  readonly task: RunTask
}) {
  if (!logs) return <Skeleton className="m-3.5 h-24" />
  if (logs.length === 0) {
    return (
      <p className="p-3.5 text-text-2">
        No logs. A worker adds them with its result, or at any time with{' '}
        <code className="font-mono text-sm [overflow-wrap:anywhere]">POST /api/tasks/{task.taskId}/log</code>.
      </p>
    )
  }
  return (
    <ol className="px-3.5 py-2.5 font-mono text-sm leading-5">
      {logs.map((entry, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: logs are only appended
        <li key={index} className="flex gap-3">
          <time className="tabular shrink-0 text-text-3">{formatClock(entry.createdTime)}</time>
          <span className="whitespace-pre-wrap [overflow-wrap:anywhere]">{entry.log}</span>
        </li>
      ))}
    </ol>
  )
}
