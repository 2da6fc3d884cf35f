'use client'

import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { toast } from '@/components/ui/toast'

/** After a change: a toast says it, and what was read under the key is read anew. */
export function useDone(queryKey: QueryKey) {
  const client = useQueryClient()
  return (text: string, options?: Parameters<typeof toast.success>[1]) => {
    toast.success(text, options)
    return client.invalidateQueries({ queryKey })
  }
}
