'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import Link from 'next/link'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { useDone } from '@/components/api/use-done'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { formatInstant } from '@/components/ui/format-time'
import { JsonView } from '@/components/ui/json-view'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { StatusChip } from '@/components/ui/status-chip'
import type { MessageDetails, MessageOutcome } from '@/server/model/event-record'

const REFRESH_MS = 3_000

/** One message: what each action made of it, and what it carries. */
export function MessageSheet({ messageKey, onClose }: { readonly messageKey: string; readonly onClose: () => void }) {
  const trpc = useTRPC()
  const message = useQuery({ ...trpc.events.message.queryOptions({ key: messageKey }), refetchInterval: REFRESH_MS })
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={message.data?.event ?? 'Message'} className="w-[420px]">
        {message.isPending ? <Skeleton className="m-4 h-40" /> : null}
        {message.error ? (
          <p role="alert" className="p-4 text-status-failed">
            {errorText(message.error)}
          </p>
        ) : null}
        {message.data ? <Details message={message.data} /> : null}
      </SheetContent>
    </Sheet>
  )
}

function Details({ message }: { readonly message: MessageDetails }) {
  const { note, outcomes, payload, messageId, createdAt } = message
  const mayEdit = useMayEdit()
  return (
    <div className="grid gap-4 p-4">
      <p className="text-sm text-text-3 tabular">
        {formatInstant(createdAt)} · {messageId}
      </p>
      {note ? <p className="text-text-2">{note}</p> : null}
      {mayEdit ? <Replay messageKey={message.key} /> : null}
      <ol className="grid gap-2">
        {outcomes.map((outcome) => (
          <Outcome key={`${outcome.handler} ${outcome.position}`} outcome={outcome} />
        ))}
      </ol>
      <section aria-label="What it carries" className="grid gap-2">
        <header className="flex items-center justify-between">
          <h3 className="font-medium">What it carries</h3>
          <CopyButton label="Copy the message" value={JSON.stringify(payload, null, 2)} />
        </header>
        <JsonView value={payload} className="rounded-lg border bg-canvas p-3" />
      </section>
    </div>
  )
}

function Replay({ messageKey }: { readonly messageKey: string }) {
  const trpc = useTRPC()
  const done = useDone(trpc.events.pathKey())
  const replay = useMutation(
    trpc.events.replay.mutationOptions({ onSuccess: (event) => done(`The message was sent to ${event} again.`) }),
  )
  return (
    <div className="flex items-center gap-3">
      <Button disabled={replay.isPending} onClick={() => replay.mutate({ key: messageKey })}>
        <RotateCcw strokeWidth={1.5} aria-hidden /> Send it again
      </Button>
      <p className="min-w-0 flex-1 text-sm text-text-3">
        As a new message: the handlers that are active now act on it.
      </p>
    </div>
  )
}

function Outcome({ outcome }: { readonly outcome: MessageOutcome }) {
  const { handler, action, status, output } = outcome
  const { workflowId, exception, error } = output
  const problem = exception ?? error
  return (
    <li className="grid gap-1.5 rounded-lg border p-3">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{handler}</span>
        <StatusChip status={status} />
      </span>
      <span className="text-sm text-text-2">{action ?? 'The condition did not let it through.'}</span>
      {typeof workflowId === 'string' && action === 'start_workflow' ? (
        <Link href={`/executions/${workflowId}`} className="text-sm text-accent hover:underline">
          Open the execution
        </Link>
      ) : null}
      {typeof problem === 'string' ? (
        <span className="text-sm text-status-failed [overflow-wrap:anywhere]">{problem}</span>
      ) : null}
    </li>
  )
}
