import Link from 'next/link'
import { Badge } from '@/components/ui/badge'
import type { DataColumn } from '@/components/ui/data-table-model'
import type { Schedule } from '@/server/model/schedule'
import { cronWords } from './cron-words'
import { untilText, zoneTime } from './zone-time'

/** `now`: when the list was read. */
export function scheduleColumns(now: number): readonly DataColumn<Schedule>[] {
  return [
    {
      id: 'name',
      header: 'Schedule',
      flexible: true,
      share: 34,
      cell: (one) => (
        <span className="flex items-center gap-2">
          <span className="truncate font-medium">{one.name}</span>
          {one.paused ? <Badge>Paused{one.pausedReason ? `: ${one.pausedReason}` : ''}</Badge> : null}
        </span>
      ),
    },
    {
      id: 'workflow',
      header: 'Starts',
      wideOnly: true,
      cell: ({ startWorkflowRequest: start }) => (
        <Link href={`/workflows/${encodeURIComponent(start.name)}`} className="text-accent hover:underline">
          {start.name}
          {start.version ? ` v${start.version}` : ''}
        </Link>
      ),
    },
    {
      id: 'when',
      header: 'When',
      wideOnly: true,
      share: 40,
      cell: (one) => <span className="block truncate text-text-2">{whenText(one)}</span>,
    },
    {
      id: 'next',
      header: 'Next run',
      align: 'right',
      cell: (one) =>
        one.nextRunTime === null ? (
          <span className="text-text-3">{one.paused ? 'paused' : 'over'}</span>
        ) : (
          <time dateTime={new Date(one.nextRunTime).toISOString()} title={zoneTime(one.nextRunTime, one.zoneId)}>
            {untilText(one.nextRunTime, now)}
          </time>
        ),
    },
  ]
}

function whenText({ cronExpression, cronSchedules, zoneId }: Schedule): string {
  const all = cronSchedules?.length ? cronSchedules : [{ cronExpression: cronExpression ?? '', zoneId }]
  return all
    .map((each) => `${cronWords(each.cronExpression) ?? each.cronExpression} (${each.zoneId || zoneId})`)
    .join('; ')
}
