'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { useReturnFocus } from '@/components/editor/return-focus'
import { selectedPaths } from '@/components/editor/selection'
import { useSession } from '@/components/editor/session'
import type { JsonPath } from '@/components/graph/definition'
import { type Extraction, extractTasks } from '@/components/graph/edits/extract/extract-tasks'
import { taskAt } from '@/components/graph/update-at'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { toast } from '@/components/ui/toast'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { ExtractedData } from './extracted-data'

/** The selection becomes a workflow of its own, which a task in its place runs. */
export function ExtractDialog() {
  const session = useSession()
  const returnFocus = useReturnFocus()
  const close = () => session.ui.setState({ over: null })
  const [paths] = useState(() => selectedPaths(session))
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent
        title="Turn into a sub-workflow"
        description="It is published as a workflow of its own; one task here runs it. Undo brings the tasks back."
        onCloseAutoFocus={returnFocus}
      >
        <ExtractForm paths={paths} onDone={close} />
      </DialogContent>
    </Dialog>
  )
}

interface ExtractFormProps {
  readonly paths: readonly JsonPath[]
  readonly onDone: () => void
}

function ExtractForm({ paths, onDone }: ExtractFormProps) {
  const { document } = useSession()
  const [definition] = useState(() => document.getState().definition)
  const [name, setName] = useState(() => `${definition.name}_${taskAt(definition, paths[0] ?? [])?.name ?? 'part'}`)
  const extracted = useMemo(() => extractTasks(definition, paths, name.trim()), [definition, paths, name])
  const publish = usePublish(onDone)
  const refusal = 'refusal' in extracted ? extracted.refusal : null
  return (
    <DialogForm
      submitLabel="Publish and replace"
      busyLabel="Publishing…"
      isBusy={publish.isPending}
      isIncomplete={refusal !== null || name.trim() === ''}
      problem={refusal ?? (publish.error ? errorText(publish.error) : null)}
      onSubmit={() => !('refusal' in extracted) && publish.mutate(extracted)}
    >
      <Field label="Name of the sub-workflow">
        {(control) => (
          <Input
            id={control.id}
            value={name}
            autoFocus
            onFocus={(event) => event.target.select()}
            onChange={(event) => {
              setName(event.target.value)
              publish.reset()
            }}
          />
        )}
      </Field>
      {'refusal' in extracted ? null : <ExtractedData extraction={extracted} />}
    </DialogForm>
  )
}

function usePublish(onDone: () => void) {
  const { document, ui } = useSession()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const router = useRouter()
  const { mutationFn } = trpc.definitions.register.mutationOptions()
  return useMutation({
    mutationFn: async ({ child }: Extraction, context) => mutationFn?.(workflowDefSchema.parse(child), context),
    onError: noToast,
    onSuccess: (_, { child, parent, task }) => {
      document.edit(() => parent)
      ui.setState({ selected: task.taskReferenceName, more: [] })
      void queries.invalidateQueries({ queryKey: trpc.executions.pathKey() })
      const open = () => router.push(`/workflows/${encodeURIComponent(child.name)}`)
      toast.success(`${child.name} was published`, { action: { label: 'Open', onClick: open } })
      onDone()
    },
  })
}
