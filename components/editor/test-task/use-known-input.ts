'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC, useTRPCClient } from '@/components/api/trpc'
import { readJsonPath } from '@/server/engine/expressions/json-path'
import type { Json, JsonObject } from '@/server/model/json'

type Outside = Readonly<Record<string, string>>

/** What the last run of the workflow would have given the task; `{}` when it never ran, undefined until that is known. */
export function useKnownInput(workflow: string, outside: Outside): JsonObject | undefined {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const known = useQuery({
    queryKey: [...trpc.executions.lastRun.queryKey({ name: workflow }), 'for a test', outside],
    queryFn: async (): Promise<JsonObject> => {
      const run = await client.executions.lastRun.query({ name: workflow })
      if (run === null) return {}
      const roots = new Set(Object.values(outside).map((expression) => expression.split(/[.[]/)[0] ?? ''))
      const rows = run.rows.filter(({ reference }) => roots.has(reference))
      const found = await Promise.all(
        rows.map(async ({ reference, taskId }) => {
          const { inputData, outputData } = await client.executions.task.query({ taskId })
          return [reference, { input: inputData, output: outputData }] as const
        }),
      )
      const { input, output, variables } = run
      return {
        ...input,
        ...valuesOf(outside, new Map<string, Json>([...found, ['workflow', { input, output, variables }]])),
      }
    },
    staleTime: 0,
    retry: false,
  })
  return known.isError ? {} : known.data
}

function valuesOf(outside: Outside, roots: ReadonlyMap<string, Json>): JsonObject {
  const values = Object.entries(outside).map(([name, expression]) => [name, readValue(expression, roots)] as const)
  return Object.fromEntries(values.filter(([, value]) => value !== null))
}

function readValue(expression: string, roots: ReadonlyMap<string, Json>): Json {
  try {
    return readJsonPath(expression, (name) => roots.get(name))
  } catch {
    return null
  }
}
