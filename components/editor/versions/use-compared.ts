'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { printDefinition } from '@/components/editor/print-definition'
import { useDocument } from '@/components/editor/session'
import type { Compared } from './comparison'

/** A stored version, or with null what is being edited now; undefined until it is there. */
export function useCompared(name: string, version: number | null): Compared | undefined {
  const trpc = useTRPC()
  const draft = useDocument((state) => state)
  const stored = useQuery({
    ...trpc.definitions.get.queryOptions({ name, version }, { enabled: version !== null }),
    staleTime: 0,
  })
  const { data } = stored
  return useMemo(() => {
    if (version === null) {
      return { name: 'Your draft', text: draft.text, definition: draft.problem ? null : draft.definition }
    }
    if (data === undefined) return undefined
    const text = printDefinition(data)
    return { name: `v${version}`, text, definition: JSON.parse(text) }
  }, [version, data, draft])
}
