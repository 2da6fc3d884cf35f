import { Badge } from '@/components/ui/badge'
import type { DataColumn } from '@/components/ui/data-table-model'
import { formatAgo } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import { actionWords } from './action-words'
import type { ListedHandler } from './handler-form'

export const HANDLER_COLUMNS: readonly DataColumn<ListedHandler>[] = [
  {
    id: 'name',
    header: 'Handler',
    flexible: true,
    share: 26,
    cell: (one) => (
      <>
        <span className="flex items-center gap-2 max-md:pt-1">
          <span className="truncate font-medium">{one.name}</span>
          {one.active ? null : <Badge>Not active</Badge>}
          {one.problem ? <StatusChip status="FAILED" label="Cannot listen" /> : null}
        </span>
        <span className="block truncate pb-1 font-mono text-sm text-text-2 md:hidden">{one.event}</span>
      </>
    ),
  },
  {
    id: 'event',
    header: 'Event',
    wideOnly: true,
    share: 32,
    cell: (one) => (
      <span title={one.event} className="block truncate font-mono text-sm">
        {one.event}
      </span>
    ),
  },
  {
    id: 'does',
    header: 'Does',
    wideOnly: true,
    share: 32,
    cell: (one) => (
      <span className="block truncate text-text-2">{one.actions.map((action) => actionWords(action)).join(', ')}</span>
    ),
  },
  {
    id: 'updated',
    header: 'Updated',
    align: 'right',
    wideOnly: true,
    cell: (one) => <span className="text-text-2">{formatAgo(one.updateTime, Date.now())}</span>,
  },
]
