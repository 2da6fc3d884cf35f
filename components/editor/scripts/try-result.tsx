'use client'

import { JsonView } from '@/components/ui/json-view'
import type { Json } from '@/server/model/json'
import type { Tried } from './use-try'

export interface TryResultProps {
  readonly tried: Tried
  readonly verdict?: ((value: Json) => string) | undefined
}

/** What came out; a filter may put out several values. */
export function TryResult({ tried, verdict }: TryResultProps) {
  if (tried.state === 'nothing') return null
  if (tried.state === 'failed') {
    return <p className="text-sm text-status-failed [overflow-wrap:anywhere]">{tried.message}</p>
  }
  const { value, all } = tried
  return (
    <div className="grid gap-1.5">
      {verdict ? <p className="font-medium">{verdict(value)}</p> : null}
      {all.length > 1 ? <p className="text-sm text-text-2">{all.length} results; output.result is the first.</p> : null}
      {all.length === 0 ? (
        <p className="text-text-2">Nothing came out: output.result is null.</p>
      ) : (
        <JsonView value={all.length > 1 ? all : value} />
      )}
    </div>
  )
}
