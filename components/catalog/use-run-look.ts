'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { RUN_COLUMNS, type RunColumn, type RunListView, USUAL_RUN_COLUMNS } from '@/server/model/run-list'
import { type RunChips, toQuery } from './use-run-filter'

export interface RunLook {
  /** Those of the address, else those that the reader chose, else the usual ones. */
  readonly columns: readonly RunColumn[]
  /** Null: as the reader had them before a view or a link came. */
  readonly chooseColumns: (columns: readonly RunColumn[] | null) => void
  readonly views: readonly RunListView[]
  /** What a view that looks like the list now would keep. */
  readonly query: string
  /** False until it is certain which columns there are. */
  readonly isKnown: boolean
}

/** How the reader looks at the list: kept on the server, unless the address says it. */
export function useRunLook(chips: RunChips, setChips: (chips: Partial<RunChips>) => void): RunLook {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { queryKey } = trpc.runViews.list.queryOptions()
  const { data, isPending, failureCount } = useQuery(trpc.runViews.list.queryOptions())
  // One after the other, so that the last choice stays. One that is not kept is no loss worth a message.
  const { mutate } = useMutation({
    ...trpc.runViews.chooseColumns.mutationOptions({ onError: () => undefined }),
    scope: { id: 'run-columns' },
  })
  const kept = data?.columns ?? null
  const columns = useMemo(() => {
    const chosen: readonly string[] = chips.columns ?? kept ?? USUAL_RUN_COLUMNS
    return RUN_COLUMNS.filter((id) => chosen.includes(id))
  }, [chips.columns, kept])
  const keep = (next: readonly RunColumn[] | null) => {
    queries.setQueryData(queryKey, (now) => now && { ...now, columns: next })
    mutate({ columns: next && [...next] })
  }
  return {
    columns,
    chooseColumns: (next) => {
      if (chips.columns !== null) setChips({ page: chips.page, columns: next && [...next] })
      if (chips.columns === null || (next === null && kept !== null)) keep(next)
    },
    views: data?.views ?? [],
    query: toQuery(chips, columns),
    isKnown: chips.columns !== null || !isPending || failureCount > 0,
  }
}
