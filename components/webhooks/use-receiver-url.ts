'use client'

import { useServerUrl } from '@/components/access/use-server-url'

/** Where a webhook's sender is to post: an address of the server that this page came from. */
export function useReceiverUrl(): (id: string) => string {
  const api = useServerUrl()
  return (id) => `${api.replace(/\/api$/, '')}/webhook/${id}`
}
