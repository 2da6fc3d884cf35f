'use client'

import { useQuery } from '@tanstack/react-query'
import { asOf } from '@/components/api/as-of'
import { useTRPC } from '@/components/api/trpc'
import { cn } from '@/components/ui/cn'
import { JsonView } from '@/components/ui/json-view'
import { Skeleton } from '@/components/ui/skeleton'
import type { RunHeader } from '@/server/model/run-view'
import { Payload } from './inspector-data'

export interface DataTabProps {
  readonly header: RunHeader
  /** One column, for the side pane. */
  readonly isNarrow?: boolean
}

/** What the whole run was given, what it gave back, and its variables. */
export function DataTab({ header, isNarrow = false }: DataTabProps) {
  const trpc = useTRPC()
  const { workflowId, revision } = header
  const { data } = useQuery(asOf(trpc.executions.data.queryOptions({ workflowId }), revision))
  if (!data) return <Skeleton className="m-4 h-40" />
  return (
    <div className={cn('bg-surface', !isNarrow && 'grid md:grid-cols-2 md:divide-x')}>
      {isNarrow ? null : <h2 className="sr-only">Data of the run</h2>}
      <Payload title="Input" value={data.input}>
        <JsonView value={data.input} open={3} className="-ml-4" />
      </Payload>
      <Payload title="Output" value={data.output}>
        <JsonView value={data.output} open={3} className="-ml-4" />
      </Payload>
      {Object.keys(data.variables).length > 0 ? (
        <Payload title="Variables" value={data.variables}>
          <JsonView value={data.variables} open={3} className="-ml-4" />
        </Payload>
      ) : null}
    </div>
  )
}
