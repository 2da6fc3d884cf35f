'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { Alert } from '@/components/ui/alert'
import { IconButton } from '@/components/ui/icon-button'
import { announce } from '@/components/ui/live-region'
import { SaveRow } from '@/components/ui/save-row'
import type { RunListView } from '@/server/model/run-list'
import { describeView } from './describe-view'
import type { RunLook } from './use-run-look'

export interface ViewsPanelProps {
  readonly look: RunLook
  readonly onDone: () => void
}

/** The reader's own views as links, and a place to keep what the list shows now. */
export function ViewsPanel({ look, onDone }: ViewsPanelProps) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const onSuccess = () => queries.invalidateQueries(trpc.runViews.list.queryFilter())
  const save = useMutation(
    trpc.runViews.save.mutationOptions({
      onSuccess: (_, { name }) => {
        announce(`View ${name} saved`)
        void onSuccess()
      },
      onError: noToast,
    }),
  )
  const remove = useMutation(trpc.runViews.remove.mutationOptions({ onSuccess }))
  return (
    <div className="grid gap-3">
      {look.views.length > 0 ? (
        <ul className="-mx-1 grid max-h-72 gap-0.5 overflow-auto px-1">
          {look.views.map((view) => (
            <li key={view.name} className="flex items-center gap-1">
              <ViewLink view={view} isCurrent={view.query === look.query} onDone={onDone} />
              <IconButton
                label={`Remove ${view.name}`}
                icon={Trash2}
                onClick={() => remove.mutate({ name: view.name })}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <div className="grid gap-2">
        <SaveRow
          label="Name for this view"
          taken={look.views.map((view) => view.name)}
          canSave={!save.isPending}
          onSave={(name, onSaved) => save.mutate({ name, query: look.query }, { onSuccess: onSaved })}
        />
        {save.error ? <Alert>{errorText(save.error)}</Alert> : null}
      </div>
      <p className="text-sm text-text-2">
        A view keeps filters, order and columns, for you alone. The address shows the same list to others.
      </p>
    </div>
  )
}

interface ViewLinkProps {
  readonly view: RunListView
  readonly isCurrent: boolean
  readonly onDone: () => void
}

function ViewLink({ view, isCurrent, onDone }: ViewLinkProps) {
  return (
    <Link
      href={`/executions?${view.query}`}
      aria-current={isCurrent || undefined}
      onClick={onDone}
      className="grid min-w-0 flex-1 grid-cols-[1fr_auto] items-center gap-x-2 rounded-md px-2 py-1 hover:bg-surface-2"
    >
      <span className="truncate font-medium">{view.name}</span>
      {isCurrent ? <Check className="row-span-2 size-4 text-accent" strokeWidth={1.5} aria-hidden /> : null}
      <span className="col-start-1 truncate text-sm text-text-2">{describeView(view.query)}</span>
    </Link>
  )
}
