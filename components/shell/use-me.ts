'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'

/** The signed-in user and the namespace this tab shows. */
export function useMe() {
  const trpc = useTRPC()
  return useQuery({ ...trpc.account.me.queryOptions(), staleTime: 60_000 })
}
