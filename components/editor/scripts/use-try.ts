'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPCClient } from '@/components/api/trpc'
import type { Json } from '@/server/model/json'

export type Tried =
  | { readonly state: 'nothing' }
  | { readonly state: 'done'; readonly value: Json; readonly all: readonly Json[] }
  | { readonly state: 'failed'; readonly message: string }

export interface Attempt {
  readonly language: 'javascript' | 'jq'
  readonly expression: string
  readonly input: Json
}

/** Runs attempts one behind the other; only the newest has a say. */
export function useTry() {
  const client = useTRPCClient()
  const [tried, setTried] = useState<Tried>({ state: 'nothing' })
  const [isBusy, setBusy] = useState(false)
  const under = useRef<AbortController | null>(null)
  const run = useCallback(
    async (attempt: Attempt) => {
      under.current?.abort()
      const own = new AbortController()
      under.current = own
      setBusy(true)
      const result = await tryOnce(() => client.scripts.try.mutate(attempt as Sent, { signal: own.signal }))
      if (own.signal.aborted) return
      setTried(result)
      setBusy(false)
    },
    [client],
  )
  useEffect(() => () => under.current?.abort(), [])
  return { tried, isBusy, run }
}

/** What is sent is only read, though its type does not say so. */
type Sent = Parameters<ReturnType<typeof useTRPCClient>['scripts']['try']['mutate']>[0]

type Outcome = { ok: true; value: Json; all?: readonly Json[] } | { ok: false; message: string }

async function tryOnce(ask: () => Promise<unknown>): Promise<Tried> {
  try {
    const outcome = (await ask()) as Outcome
    if (!outcome.ok) return { state: 'failed', message: outcome.message }
    return { state: 'done', value: outcome.value, all: outcome.all ?? [outcome.value] }
  } catch (error) {
    return { state: 'failed', message: errorText(error) }
  }
}
