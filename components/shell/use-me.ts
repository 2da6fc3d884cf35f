'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'

/** The signed-in user and the namespace this tab shows. */
export function useMe() {
  const trpc = useTRPC()
  return useQuery({ ...trpc.account.me.queryOptions(), staleTime: 60_000 })
}

/** False for a viewer: the server would refuse every change, so nothing offers one. */
export function useMayEdit(): boolean {
  return useMe().data?.namespace?.role !== 'viewer'
}
