'use client'

import { useQuery } from '@tanstack/react-query'
import { Webhook as WebhookIcon } from 'lucide-react'
import Link from 'next/link'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { EmptyState } from '@/components/ui/empty-state'
import { formatInstant } from '@/components/ui/format-time'
import { JsonView } from '@/components/ui/json-view'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import type { Webhook, WebhookEvent } from '@/server/model/webhook'

const REFRESH_MS = 3_000

/** The last events that came in, each with what it led to. */
export function WebhookEvents({ webhook, onClose }: { readonly webhook: Webhook; readonly onClose: () => void }) {
  const trpc = useTRPC()
  const events = useQuery({
    ...trpc.webhooks.events.queryOptions({ id: webhook.id }),
    refetchInterval: REFRESH_MS,
  })
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={`Events of ${webhook.body.name}`} className="w-[420px]">
        {events.isPending ? <Skeleton className="m-4 h-40" /> : null}
        {events.error ? (
          <p role="alert" className="p-4 text-status-failed">
            {errorText(events.error)}
          </p>
        ) : null}
        {events.data?.length === 0 ? (
          <EmptyState
            icon={WebhookIcon}
            title="No event yet"
            description="Give its address to the sender. What comes in, and was meant, is listed here."
          />
        ) : null}
        <ol className="overflow-y-auto">
          {events.data?.map((event) => (
            <EventItem key={event.eventId} event={event} />
          ))}
        </ol>
      </SheetContent>
    </Sheet>
  )
}

function EventItem({ event }: { readonly event: WebhookEvent }) {
  const { timeStamp, workflowIds, problem, payload } = event
  return (
    <li className="grid gap-1.5 border-b px-4 py-2.5">
      <span className="text-sm text-text-3 tabular">{formatInstant(timeStamp)}</span>
      {problem ? <span className="text-sm text-status-failed [overflow-wrap:anywhere]">{problem}</span> : null}
      {workflowIds.length === 0 && problem === null ? (
        <span className="text-text-2">Nothing waited for it.</span>
      ) : null}
      {workflowIds.map((id) => (
        <Link key={id} href={`/executions/${id}`} className="truncate font-mono text-sm text-accent hover:underline">
          {id}
        </Link>
      ))}
      <JsonView value={payload} open={0} className="rounded-lg border bg-canvas p-2" />
    </li>
  )
}
