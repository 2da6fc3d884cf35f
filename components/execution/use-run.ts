'use client'

import { useQuery } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useReducer, useState } from 'react'
import { noteConnection } from '@/components/api/connection'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { toast } from '@/components/ui/toast'
import type { RunUpdate, RunView } from '@/server/model/run-view'
import { applyUpdate } from './apply-update'
import { usePageVisible } from './use-page-visible'

/** The run as it is now; from then on its stream keeps it, so nothing is cached. */
export function useRun(workflowId: string) {
  const trpc = useTRPC()
  return useQuery(trpc.executions.get.queryOptions({ workflowId }, { gcTime: 0, staleTime: Number.POSITIVE_INFINITY }))
}

/**
 * Follows a run from what was loaded; after a lost connection the stream goes on where it stopped.
 * A hidden page lets go of its connection: browsers grant only six to one server.
 */
export function useLiveRun(loaded: RunView): RunView {
  const trpc = useTRPC()
  const isVisible = usePageVisible()
  const [view, update] = useReducer((current: RunView, news: RunUpdate) => applyUpdate(current, news), loaded)
  const [lastEventId] = useState(() => String(loaded.header.revision))
  const { status } = useSubscription(
    trpc.live.execution.subscriptionOptions(
      { workflowId: loaded.header.workflowId, lastEventId },
      {
        enabled: isVisible,
        onData: ({ data }) => update(data),
        onError: (error) => toast.error(`This page is not live any more: ${errorText(error)}`),
      },
    ),
  )
  useEffect(() => {
    const stream = status === 'error' ? 'offline' : isVisible && status === 'connecting' ? 'catching up' : 'live'
    noteConnection({ stream })
    return () => noteConnection({ stream: 'live' })
  }, [status, isVisible])
  return view
}
