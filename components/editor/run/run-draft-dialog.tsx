'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { isDirty } from '@/components/editor/document-store'
import type { LoadedVersion } from '@/components/editor/loaded-version'
import { useDocument } from '@/components/editor/session'
import { RunFormBody } from '@/components/execution/run-form-body'
import { useWithSchema } from '@/components/execution/use-with-schema'
import { Alert } from '@/components/ui/alert'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import { workflowDefSchema } from '@/server/model/workflow-def'

export interface RunDraftDialogProps {
  readonly loaded: LoadedVersion | null
  readonly onClose: () => void
  readonly onStarted: (workflowId: string) => void
}

/** Starts what is on the screen: the published version, or the draft as it stands when it differs. */
export function RunDraftDialog({ loaded, onClose, onStarted }: RunDraftDialogProps) {
  const trpc = useTRPC()
  const dirty = useDocument(isDirty)
  const problem = useDocument((state) => state.problem)
  const edited = useDocument((state) => state.definition)
  const isDraft = dirty || loaded === null
  const definition = useMemo(() => workflowDefSchema.safeParse(edited), [edited])
  const described = useWithSchema(definition.success ? definition.data : undefined)
  const { name } = edited
  const recent = useQuery(trpc.executions.recentInputs.queryOptions({ name }))
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={isDraft ? 'Run your draft' : `Run ${name} v${loaded.version}`}
        description={
          isDraft
            ? 'It runs as it stands here, without being published. Whoever starts the workflow elsewhere still gets the published version.'
            : undefined
        }
        className="max-w-2xl"
      >
        {problem !== null || !definition.success ? (
          <Alert>It cannot run yet: {problem?.message ?? 'the definition cannot be read.'}</Alert>
        ) : recent.data && described ? (
          <RunFormBody
            definition={described}
            version={loaded?.version ?? null}
            recent={recent.data}
            isDraft={isDraft}
            isQuiet
            onStarted={onStarted}
          />
        ) : (
          <Skeleton className="h-64" />
        )}
      </DialogContent>
    </Dialog>
  )
}
