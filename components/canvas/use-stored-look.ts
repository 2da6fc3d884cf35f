import { type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTRPC } from '@/components/api/trpc'
import type { StoredLook } from '@/server/model/graph-look'

const BY_DEFAULT: StoredLook = { direction: 'down', folded: null }

/** Asked for with the definition, so that the graph is drawn once, as it was left. */
export function useLookOptions(workflow: string) {
  const trpc = useTRPC()
  return { ...trpc.looks.get.queryOptions({ workflow }), staleTime: Number.POSITIVE_INFINITY }
}

/** How its reader looks at a workflow, kept on the server. The page's copy of it is what graph and outline share. */
export function useStoredLook(workflow: string) {
  const queries = useQueryClient()
  const options = useLookOptions(workflow)
  const { data = BY_DEFAULT, isPending, failureCount } = useQuery(options)
  const write = useWriteLook()
  const { queryKey } = options
  const save = useCallback(
    (change: Partial<StoredLook>) => {
      const now = queries.getQueryData(queryKey) ?? BY_DEFAULT
      write(workflow, { ...now, ...change })
    },
    [queries, queryKey, write, workflow],
  )
  return { look: data, isKnown: !isPending || failureCount > 0, save }
}

/** A workflow that gets its name goes on being looked at as before. */
export function useMoveLook(): (from: string, to: string) => void {
  const queries = useQueryClient()
  const trpc = useTRPC()
  const write = useWriteLook()
  return useCallback(
    (from, to) => {
      const look = queries.getQueryData(trpc.looks.get.queryKey({ workflow: from }))
      if (look?.folded) write(to, look)
      else if (look) queries.setQueryData(trpc.looks.get.queryKey({ workflow: to }), look)
    },
    [queries, trpc, write],
  )
}

function useWriteLook(): (workflow: string, look: StoredLook) => void {
  const queries: QueryClient = useQueryClient()
  const trpc = useTRPC()
  // One after the other, so that the last one stays. A look that is not kept is no loss worth a message.
  const { mutate } = useMutation({
    ...trpc.looks.save.mutationOptions({ onError: () => undefined }),
    scope: { id: 'looks' },
  })
  return useCallback(
    (workflow, { direction, folded }) => {
      const look = { direction, folded: folded === null ? null : [...folded] }
      queries.setQueryData(trpc.looks.get.queryKey({ workflow }), look)
      mutate({ workflow, ...look })
    },
    [queries, trpc, mutate],
  )
}
