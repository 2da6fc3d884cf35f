'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { useReturnFocus } from '@/components/editor/return-focus'
import { selectedPaths } from '@/components/editor/selection'
import { useSession } from '@/components/editor/session'
import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { inlineTask } from '@/components/graph/edits/inline/inline-task'
import { type InlinedWorkflow, inlinedWorkflow } from '@/components/graph/edits/inline/inlined-workflow'
import { taskAt } from '@/components/graph/update-at'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { InlinedTasks } from './inlined-tasks'

/** The tasks of a sub-workflow take the place of the task that runs it. */
export function InlineDialog() {
  const session = useSession()
  const returnFocus = useReturnFocus()
  const [path] = useState(() => selectedPaths(session)[0])
  const [definition] = useState(() => session.document.getState().definition)
  const card = path && taskAt(definition, path)
  const close = () => session.ui.setState({ over: null })
  if (path === undefined || card === undefined) return null
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent
        title="Inline the sub-workflow"
        description="Its tasks come here in place of the one that runs it. The workflow itself stays as it is."
        onCloseAutoFocus={returnFocus}
      >
        <InlineForm definition={definition} path={path} card={card} onDone={close} />
      </DialogContent>
    </Dialog>
  )
}

interface InlineFormProps {
  readonly definition: Definition
  readonly path: JsonPath
  readonly card: GraphTask
  readonly onDone: () => void
}

function InlineForm({ definition, path, card, onDone }: InlineFormProps) {
  const { document, ui } = useSession()
  const runs = useMemo(() => inlinedWorkflow(card), [card])
  const { workflow, problem, isPending } = useWorkflow(runs)
  const inlined = useMemo(
    () => (workflow === null ? null : inlineTask(definition, path, workflow)),
    [definition, path, workflow],
  )
  const done = inlined !== null && !('refusal' in inlined) ? inlined : null
  const refusal = inlined !== null && 'refusal' in inlined ? inlined.refusal : problem
  return (
    <DialogForm
      submitLabel="Inline"
      isIncomplete={done === null}
      problem={refusal}
      onSubmit={() => {
        if (done === null) return
        document.edit(() => done.definition)
        const [first = null, ...more] = done.tasks.map((task) => task.taskReferenceName)
        ui.setState({ selected: first, more })
        onDone()
      }}
    >
      {isPending ? <p className="text-text-2">Reading {card.subWorkflowParam?.name}…</p> : null}
      {done && workflow ? <InlinedTasks workflow={workflow} inlined={done} /> : null}
    </DialogForm>
  )
}

function useWorkflow(runs: InlinedWorkflow) {
  const trpc = useTRPC()
  const wanted = runs.kind === 'stored' ? runs.wanted : { name: '', version: null }
  const stored = useQuery(trpc.definitions.get.queryOptions(wanted, { enabled: runs.kind === 'stored' }))
  if (runs.kind === 'own') return { workflow: runs.definition, problem: null, isPending: false }
  if (runs.kind === 'unknown') return { workflow: null, problem: runs.refusal, isPending: false }
  const problem = stored.error ? errorText(stored.error) : null
  return { workflow: (stored.data as Definition | undefined) ?? null, problem, isPending: stored.isPending }
}
