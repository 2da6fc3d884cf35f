'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { toast } from '@/components/ui/toast'
import type { JsonObject } from '@/server/model/json'
import type { WorkflowDefInput } from '@/server/model/workflow-def'

export interface StartRequest {
  readonly name: string
  readonly version: number | null
  /** Runs this in place of a stored version. */
  readonly workflowDef?: WorkflowDefInput
  readonly input: JsonObject
  readonly correlationId: string | null
  readonly priority: number
}

/** `isQuiet`: the run is shown where it was started, so nobody needs to be told of it. */
export function useStartRun(onStarted: (workflowId: string) => void, isQuiet = false) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const start = useMutation(
    trpc.executions.start.mutationOptions({
      onError: noToast,
      onSuccess: (workflowId, request) => {
        if (!isQuiet) toast.success(`${request.name} is running`, { description: workflowId })
        void client.invalidateQueries({ queryKey: trpc.executions.pathKey() })
        onStarted(workflowId)
      },
    }),
  )
  return {
    isPending: start.isPending,
    problem: start.error ? errorText(start.error) : null,
    run: (request: StartRequest) => start.mutate({ ...request, input: { ...request.input } }),
  }
}
