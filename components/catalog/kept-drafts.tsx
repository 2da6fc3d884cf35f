'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { PencilLine, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useTRPC } from '@/components/api/trpc'
import { formatAgo } from '@/components/ui/format-time'
import { IconButton } from '@/components/ui/icon-button'
import type { DraftLine } from '@/server/model/draft'

/** What its reader began and has not published: one line each, gone when there is none. */
export function KeptDrafts() {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data: drafts = [] } = useQuery(trpc.drafts.list.queryOptions({ name: null }))
  const settle = useMutation(
    trpc.drafts.settle.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: trpc.drafts.pathKey() }),
    }),
  )
  if (drafts.length === 0) return null
  return (
    <section aria-label="Your drafts" className="mx-4 mb-3 rounded-lg border">
      <h2 className="px-3 pt-2 text-sm text-text-2">Your drafts, not published yet</h2>
      <ul className="max-h-40 overflow-auto pb-1">
        {drafts.map((draft) => (
          <li key={draft.id} className="flex h-8 items-center gap-2 px-3">
            <PencilLine className="size-4 shrink-0 text-text-3" strokeWidth={1.5} aria-hidden />
            <Link href={addressOf(draft)} className="truncate rounded-sm font-medium hover:underline">
              {draft.title ?? 'Without a name'}
            </Link>
            <span className="truncate text-text-2">
              {draft.name === null ? 'new workflow' : `v${draft.version}`} · {formatAgo(draft.updatedAt, Date.now())}
            </span>
            <span className="flex-1" />
            <IconButton
              label={`Discard the draft of ${draft.title ?? 'a workflow without a name'}`}
              icon={Trash2}
              disabled={settle.isPending}
              onClick={() => settle.mutate({ id: draft.id, published: null })}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}

function addressOf({ id, name, version }: DraftLine): string {
  if (name === null) return `/workflows/new?draft=${id}`
  return `/workflows/${encodeURIComponent(name)}?version=${version}`
}
