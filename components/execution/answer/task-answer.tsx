'use client'

import { useMutation } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { CopyCurlButton } from '@/components/api/copy-curl-button'
import { errorText } from '@/components/api/error-text'
import { noToast } from '@/components/api/no-toast'
import { useTRPC } from '@/components/api/trpc'
import { parseInput, writeInput } from '@/components/execution/input-text'
import { useMayEdit } from '@/components/shell/use-me'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { announce } from '@/components/ui/live-region'
import type { RunTask } from '@/server/model/run-view'
import type { WorkflowDef } from '@/server/model/workflow-def'
import type { AnswerFields } from './answer-fields'
import { type AnswerMode, AnswerOutput } from './answer-output'
import type { Ask } from './ask-of'
import { FailDialog } from './fail-dialog'
import { useAnswerFields } from './use-answer-fields'

export interface TaskAnswerProps {
  readonly definition: WorkflowDef
  readonly task: RunTask
  readonly ask: Ask
  /** Names the task, where nothing else does. */
  readonly title?: string
  /** Between what is asked and the answer. */
  readonly children?: ReactNode
}

/** What an open task waits for, and its answer: done, with an output, or failed, with a reason. */
export function TaskAnswer({ definition, task, ask, title, children }: TaskAnswerProps) {
  const mayEdit = useMayEdit()
  const form = useAnswerFields(definition, task)
  const heading = form?.title ?? title
  return (
    <section aria-label="Answer" className="grid shrink-0 gap-2.5 border-b bg-accent-faint px-3.5 py-3">
      {heading ? <h2 className="text-md font-semibold">{heading}</h2> : null}
      <p className="text-text-2">
        {ask.text}{' '}
        {ask.lacksWorkerFor ? (
          <Link
            href={`/access?worker=${encodeURIComponent(ask.lacksWorkerFor)}`}
            className="font-medium text-accent hover:underline"
          >
            Connect a worker
          </Link>
        ) : null}
      </p>
      {children}
      {mayEdit && form ? <Answer task={task} fields={form} /> : null}
    </section>
  )
}

/** The form keeps what is typed, whatever happens to the row meanwhile. */
function Answer({ task, fields: known }: { readonly task: RunTask; readonly fields: AnswerFields }) {
  const trpc = useTRPC()
  const [{ fields, initial }] = useState(known)
  const [text, setText] = useState(() => (Object.keys(initial).length > 0 ? writeInput(initial) : ''))
  const [mode, setMode] = useState<AnswerMode>('form')
  const [missing, setMissing] = useState<string | null>(null)
  const [isFailing, setFailing] = useState(false)
  const output = parseInput(text, 'The output must be an object: { … }')
  // The stream shows the effect; the panel shows what was refused.
  const onSuccess = () => announce('The task was answered')
  const answer = useMutation(trpc.executions.answer.mutationOptions({ onError: noToast, onSuccess }))
  const { taskId, workflowInstanceId } = task
  const path = `/api/tasks/${workflowInstanceId}/${encodeURIComponent(task.referenceTaskName)}/COMPLETED`
  const complete = () => {
    if (!output.ok) return
    const lacking = fields.find(({ name, required }) => required && (output.value[name] ?? '') === '')
    setMissing(lacking === undefined ? null : `${lacking.name} is required.`)
    if (lacking === undefined) {
      answer.mutate({ taskId, workflowInstanceId, status: 'COMPLETED', outputData: output.value })
    }
  }
  const problem = missing ?? (answer.error ? errorText(answer.error) : null)
  return (
    <>
      <form
        className="grid gap-2.5"
        onSubmit={(event) => {
          event.preventDefault()
          complete()
        }}
      >
        <AnswerOutput fields={fields} mode={mode} onMode={setMode} text={text} output={output} onChange={setText} />
        {problem ? <Alert>{problem}</Alert> : null}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" disabled={!output.ok || answer.isPending}>
            <Check strokeWidth={1.5} aria-hidden /> Complete
          </Button>
          <Button onClick={() => setFailing(true)} disabled={answer.isPending}>
            Fail…
          </Button>
          <span className="flex-1" />
          <CopyCurlButton call={{ method: 'POST', path, body: output.ok ? JSON.stringify(output.value) : '{}' }} />
        </div>
      </form>
      <FailDialog
        open={isFailing}
        onOpenChange={setFailing}
        onFail={({ reason, isFinal }) =>
          answer.mutate({
            taskId,
            workflowInstanceId,
            status: isFinal ? 'FAILED_WITH_TERMINAL_ERROR' : 'FAILED',
            outputData: output.ok ? output.value : {},
            reasonForIncompletion: reason,
          })
        }
      />
    </>
  )
}
