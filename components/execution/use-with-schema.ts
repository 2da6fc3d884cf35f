'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/components/api/trpc'
import type { WorkflowDef } from '@/server/model/workflow-def'

/** The definition with the schema of its input in place, where it only names a registered one; undefined until it is there. */
export function useWithSchema(definition: WorkflowDef | undefined): WorkflowDef | undefined {
  const trpc = useTRPC()
  const schema = definition?.inputSchema
  const isNamed = schema !== null && schema !== undefined && schema.data === undefined
  const { name = '', version = null } = schema ?? {}
  const stored = useQuery(trpc.definitions.schema.queryOptions({ name, version }, { enabled: isNamed, retry: false }))
  return useMemo(() => {
    if (definition === undefined || !isNamed) return definition
    // A schema that is gone leaves the form to what the definition uses.
    if (stored.isError) return definition
    return stored.data ? { ...definition, inputSchema: { ...schema, name, data: stored.data.data } } : undefined
  }, [definition, isNamed, schema, name, stored.data, stored.isError])
}
