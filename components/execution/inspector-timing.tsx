import { formatDuration } from '@/components/ui/format-duration'
import { formatInstant } from '@/components/ui/format-time'
import type { RunTask } from '@/server/model/run-view'

/** Where the time of one attempt went. */
export function InspectorTiming({ task, now }: { readonly task: RunTask; readonly now: number }) {
  const started = task.startTime || task.endTime || now
  const facts: readonly (readonly [string, string | null])[] = [
    ['Waited in the queue', formatDuration(started - task.scheduledTime)],
    ['Worked', task.startTime ? formatDuration((task.endTime || now) - task.startTime) : null],
    ['Scheduled', instant(task.scheduledTime)],
    ['Started', instant(task.startTime)],
    ['Last update', instant(task.updateTime)],
    ['Ended', instant(task.endTime)],
    ['Polled', task.performer === 'worker' ? times(task.pollCount) : null],
    ['Worker', task.workerId],
    ['Domain', task.domain],
    [
      'Answer expected within',
      task.responseTimeoutSeconds > 0 ? formatDuration(task.responseTimeoutSeconds * 1000) : null,
    ],
    ['Waits until', instant(task.waitTimeout)],
  ]
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 p-3.5">
      {facts.map(([name, value]) =>
        value ? (
          <div key={name} className="contents">
            <dt className="text-text-2">{name}</dt>
            <dd className="tabular text-right [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

function instant(time: number): string | null {
  return time > 0 ? formatInstant(time) : null
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
