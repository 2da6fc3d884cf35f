'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import type { Poller, RunTask } from '@/server/model/run-view'

const NONE: readonly Poller[] = []
const EVERY_MS = 2_000

/** Who polled lately; asked only while a task waits for a worker, so that a tab holds one stream and no more. */
export function usePollers(tasks: readonly RunTask[]): readonly Poller[] {
  const trpc = useTRPC()
  const isEnabled = tasks.some((task) => task.performer === 'worker' && task.status === 'SCHEDULED')
  const { data } = useQuery(
    trpc.executions.pollers.queryOptions(undefined, {
      enabled: isEnabled,
      refetchInterval: isEnabled ? EVERY_MS : false,
    }),
  )
  return data ?? NONE
}
