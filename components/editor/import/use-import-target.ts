'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC, useTRPCClient } from '@/components/api/trpc'
import { handOver } from '@/components/editor/hand-over'
import type { Definition } from '@/components/graph/definition'
import type { Imported } from '@/components/import/imported'

export interface WriteResult {
  readonly name: string
  /** Null: it was written. */
  readonly problem: string | null
}

export interface ImportTarget {
  readonly isBusy: boolean
  readonly results: readonly WriteResult[]
  /** Publishes everything that was picked; what the server refuses is said beside it, the rest is written. */
  readonly publish: (picked: Imported) => void
  readonly openDraft: (definition: Definition) => void
}

export function useImportTarget(onClose: () => void): ImportTarget {
  const client = useTRPCClient()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const [results, setResults] = useState<readonly WriteResult[]>([])
  const publish = async ({ taskDefinitions, workflows }: Imported) => {
    setBusy(true)
    const written: WriteResult[] = []
    for (const one of taskDefinitions)
      written.push(await attempt(one.name, () => client.taskDefinitions.save.mutate(one)))
    for (const one of workflows)
      written.push(await attempt(`${one.name} v${one.version ?? 1}`, () => client.definitions.register.mutate(one)))
    setResults(written)
    setBusy(false)
    void queries.invalidateQueries({ queryKey: trpc.executions.pathKey() })
    void queries.invalidateQueries({ queryKey: trpc.taskDefinitions.pathKey() })
  }
  return {
    isBusy,
    results,
    publish: (picked) => void publish(picked),
    openDraft: (definition) => {
      router.push(handOver({ definition, text: `${JSON.stringify(definition, null, 2)}\n` }))
      onClose()
    },
  }
}

async function attempt(name: string, write: () => Promise<unknown>): Promise<WriteResult> {
  try {
    await write()
    return { name, problem: null }
  } catch (error) {
    return { name, problem: errorText(error) }
  }
}
