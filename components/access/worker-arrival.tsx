'use client'

import { useSubscription } from '@trpc/tanstack-react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { cn } from '@/components/ui/cn'
import { announce } from '@/components/ui/live-region'

/** Says the moment a worker asks for this kind of work. */
export function WorkerArrival({ taskType }: { readonly taskType: string }) {
  const trpc = useTRPC()
  const [workers, setWorkers] = useState<readonly string[]>([])
  useSubscription(
    trpc.live.workers.subscriptionOptions(undefined, {
      onData: (pollers) => {
        const names = pollers.filter((poller) => poller.taskType === taskType).map((poller) => poller.workerId)
        setWorkers(names)
        if (names.length > 0) announce(`A worker polls ${taskType}`)
      },
    }),
  )
  const [first] = workers
  return (
    <p className="flex min-w-0 items-center gap-2 text-sm text-text-2" data-testid="worker-arrival">
      <span
        aria-hidden
        className={cn('size-2 shrink-0 rounded-full', first ? 'bg-status-completed' : 'bg-status-scheduled')}
      />
      {first ? (
        <span className="truncate">
          <span className="font-medium text-status-completed">Connected</span>
          {' · '}
          <code className="font-mono">{first}</code>
          {workers.length > 1 ? ` and ${workers.length - 1} more` : ''}
        </span>
      ) : (
        <span className="truncate">
          Waiting for a worker to poll <code className="font-mono">{taskType}</code>
        </span>
      )}
    </p>
  )
}
