'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { TASK_CATALOG, type TaskKindGroup } from '@/components/graph/task-catalog'

/** What can be inserted: Conductor's types, and those that whoever runs this server added. */
export function useTaskCatalog(): readonly TaskKindGroup[] {
  const trpc = useTRPC()
  const { data: own } = useQuery({ ...trpc.extensions.taskTypes.queryOptions(), staleTime: Number.POSITIVE_INFINITY })
  return useMemo(() => (own?.length ? [...TASK_CATALOG, { label: 'Of this server', kinds: own }] : TASK_CATALOG), [own])
}

/** The types that only this server knows. */
export function useOwnTypes(): ReadonlySet<string> {
  const catalog = useTaskCatalog()
  return useMemo(
    () => new Set(catalog.slice(TASK_CATALOG.length).flatMap(({ kinds }) => kinds.map(({ type }) => type))),
    [catalog],
  )
}
