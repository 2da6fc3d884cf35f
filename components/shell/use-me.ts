'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { useIsAlive } from '@/components/api/use-is-alive'

/** The signed-in user and the namespace this tab shows. The frame asks first, so the answer may precede the page. */
export function useMe() {
  const trpc = useTRPC()
  const isAlive = useIsAlive()
  const { data, error, refetch } = useQuery({ ...trpc.account.me.queryOptions(), staleTime: 60_000 })
  return { data: isAlive ? data : undefined, error: isAlive ? error : null, refetch }
}

/** False for a viewer: the server would refuse every change, so nothing offers one. */
export function useMayEdit(): boolean {
  return useMe().data?.namespace?.role !== 'viewer'
}
