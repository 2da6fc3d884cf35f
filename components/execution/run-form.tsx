'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { Alert } from '@/components/ui/alert'
import { Skeleton } from '@/components/ui/skeleton'
import type { JsonObject } from '@/server/model/json'
import { QuickPicks } from './quick-picks'
import { RunFormBody } from './run-form-body'
import { useWithSchema } from './use-with-schema'
import { WorkflowPicker } from './workflow-picker'

export interface RunFormProps {
  readonly name?: string
  readonly version?: number
  /** What the form begins with, before any last input. */
  readonly input?: JsonObject
  readonly onStarted: (workflowId: string) => void
}

/** Pick a workflow and a version, fill in its input, run it. */
export function RunForm({ name: givenName, version: givenVersion, input, onStarted }: RunFormProps) {
  const trpc = useTRPC()
  const [picked, setPicked] = useState({ name: givenName ?? null, version: givenVersion ?? null })
  const catalog = useQuery(trpc.executions.catalog.queryOptions())
  const { name, version } = picked
  const definition = useQuery(
    trpc.executions.definition.queryOptions({ name: name ?? '', version }, { enabled: name !== null }),
  )
  const recent = useQuery(trpc.executions.recentInputs.queryOptions({ name: name ?? '' }, { enabled: name !== null }))
  const described = useWithSchema(definition.data)
  return (
    <Loaded query={catalog} skeleton="h-64">
      {(entries) => (
        <div className="grid gap-4">
          <WorkflowPicker catalog={entries} name={name} version={version} onPick={setPicked} />
          {definition.error ? <Alert>{errorText(definition.error)}</Alert> : null}
          {described && recent.data ? (
            <RunFormBody
              key={`${name}:${version}`}
              definition={described}
              version={version}
              recent={recent.data}
              {...(input && name === givenName ? { example: input } : {})}
              onStarted={onStarted}
            />
          ) : null}
          {name === null ? (
            <QuickPicks catalog={entries} onPick={(chosen) => setPicked({ name: chosen, version: null })} />
          ) : null}
          {name !== null && definition.isPending ? <Skeleton className="h-48" /> : null}
        </div>
      )}
    </Loaded>
  )
}
