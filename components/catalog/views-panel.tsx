'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Check, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { announce } from '@/components/ui/live-region'
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
      <SaveRow look={look} onSaved={onSuccess} />
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

function SaveRow({ look, onSaved }: { readonly look: RunLook; readonly onSaved: () => Promise<void> }) {
  const trpc = useTRPC()
  const [name, setName] = useState('')
  const save = useMutation(
    trpc.runViews.save.mutationOptions({
      onSuccess: async () => {
        announce(`View ${name.trim()} saved`)
        setName('')
        await onSaved()
      },
      onError: () => undefined,
    }),
  )
  const isTaken = look.views.some((view) => view.name === name.trim())
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save.mutate({ name, query: look.query })
      }}
    >
      <div className="flex gap-2">
        <Input
          aria-label="Name for this view"
          placeholder="Name for this view"
          maxLength={80}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" size="md" disabled={name.trim() === '' || save.isPending}>
          {isTaken ? 'Replace' : 'Save'}
        </Button>
      </div>
      {save.error ? <Alert>{errorText(save.error)}</Alert> : null}
    </form>
  )
}
