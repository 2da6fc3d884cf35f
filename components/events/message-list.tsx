'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Inbox, X } from 'lucide-react'
import { parseAsInteger, parseAsString, useQueryState } from 'nuqs'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { Pager } from '@/components/catalog/pager'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Skeleton } from '@/components/ui/skeleton'
import { messageColumns } from './message-columns'
import { MessageSheet } from './message-sheet'

export interface MessageListProps {
  /** Null: of every event. */
  readonly event: string | null
  readonly onEvent: (event: string | null) => void
}

const REFRESH_MS = 3_000
const PAGE_SIZE = 50

/** The newest messages, with what came of each. */
export function MessageList({ event, onEvent }: MessageListProps) {
  const trpc = useTRPC()
  const [page, setPage] = useQueryState('page', parseAsInteger.withDefault(1))
  const asked = { event, offset: (page - 1) * PAGE_SIZE, size: PAGE_SIZE }
  const list = useQuery({
    ...trpc.events.messages.queryOptions(asked),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  })
  const [open, setOpen] = useQueryState('message', parseAsString)
  if (list.error)
    return (
      <p role="alert" className="px-4 py-3 text-status-failed">
        {errorText(list.error)}
      </p>
    )
  if (list.isPending) return <Skeleton className="m-4 h-80" />
  return (
    <>
      {event === null ? null : (
        <p className="flex items-center gap-2 px-4 pt-3 text-text-2">
          Of the event <span className="truncate font-mono text-sm text-text">{event}</span>
          <Button variant="ghost" onClick={() => onEvent(null)}>
            <X strokeWidth={1.5} aria-hidden /> Show all
          </Button>
        </p>
      )}
      <DataTable
        label="Messages"
        columns={messageColumns(list.dataUpdatedAt)}
        rows={list.data.rows}
        rowId={(one) => one.key}
        onOpen={(one) => void setOpen(one.key)}
        empty={
          <EmptyState
            icon={Inbox}
            title="No messages yet"
            description="Each message of an EVENT task, of a broker or sent by hand is listed here with what came of it."
          />
        }
      />
      <Pager page={page} pageSize={PAGE_SIZE} total={list.data.total} onPage={(next) => void setPage(next)} />
      {open ? <MessageSheet messageKey={open} onClose={() => void setOpen(null)} /> : null}
    </>
  )
}
