import type { DataColumn } from '@/components/ui/data-table-model'
import { formatAgo, formatInstant } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import type { MessageLine, MessageOutcome } from '@/server/model/event-record'

/** `now`: when the list was read. */
export function messageColumns(now: number): readonly DataColumn<MessageLine>[] {
  return [
    {
      id: 'event',
      header: 'Event',
      flexible: true,
      cell: (one) => <span className="block truncate font-mono text-sm">{one.event}</span>,
    },
    { id: 'outcome', header: 'Came of it', cell: (one) => <MessageStatus message={one} /> },
    {
      id: 'handlers',
      header: 'Handlers',
      wideOnly: true,
      cell: (one) => <span className="block truncate text-text-2">{handlersOf(one.outcomes)}</span>,
    },
    {
      id: 'time',
      header: 'Received',
      align: 'right',
      wideOnly: true,
      cell: (one) => (
        <time
          dateTime={new Date(one.createdAt).toISOString()}
          title={formatInstant(one.createdAt)}
          className="text-text-2"
        >
          {formatAgo(one.createdAt, now)}
        </time>
      ),
    },
  ]
}

/** The worst of what came of it. */
export function MessageStatus({ message }: { readonly message: MessageLine }) {
  const { status, outcomes } = message
  const has = (one: MessageOutcome['status']) => outcomes.some((outcome) => outcome.status === one)
  if (status === 'RECEIVED')
    return <StatusChip status="IN_PROGRESS" label={message.note ? 'Tried again' : 'Under way'} />
  if (has('FAILED')) return <StatusChip status="FAILED" />
  if (status === 'REJECTED') return <StatusChip status="NOT_TAKEN" label="Nobody took it" />
  if (has('COMPLETED') || outcomes.length === 0) return <StatusChip status="COMPLETED" label="Handled" />
  return <StatusChip status="SKIPPED" />
}

function handlersOf(outcomes: readonly MessageOutcome[]): string {
  return [...new Set(outcomes.map(({ handler }) => handler))].join(', ')
}
