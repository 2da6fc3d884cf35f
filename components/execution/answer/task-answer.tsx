'use client'

import { useMutation } from '@tanstack/react-query'
import { Check } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { CopyCurlButton } from '@/components/api/copy-curl-button'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { parseInput } from '@/components/execution/input-text'
import { useMayEdit } from '@/components/shell/use-me'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { announce } from '@/components/ui/live-region'
import { Textarea } from '@/components/ui/textarea'
import type { RunTask } from '@/server/model/run-view'
import type { Ask } from './ask-of'
import { FailDialog } from './fail-dialog'

export interface TaskAnswerProps {
  readonly task: RunTask
  readonly ask: Ask
  /** Names the task, where nothing else does. */
  readonly title?: string
  /** Between what is asked and the answer. */
  readonly children?: ReactNode
}

/** What an open task waits for, and its answer: done, with an output, or failed, with a reason. */
export function TaskAnswer({ task, ask, title, children }: TaskAnswerProps) {
  const trpc = useTRPC()
  const mayEdit = useMayEdit()
  const [text, setText] = useState('')
  const [isFailing, setFailing] = useState(false)
  const output = parseInput(text)
  // The stream shows the effect; the panel shows what was refused.
  const onSuccess = () => announce('The task was answered')
  const answer = useMutation(trpc.executions.answer.mutationOptions({ onError: () => undefined, onSuccess }))
  const { taskId, workflowInstanceId } = task
  const path = `/api/tasks/${workflowInstanceId}/${encodeURIComponent(task.referenceTaskName)}/COMPLETED`
  return (
    <section aria-label="Answer" className="grid shrink-0 gap-2.5 border-b bg-accent-faint px-3.5 py-3">
      {title ? <h2 className="text-md font-semibold">{title}</h2> : null}
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
      {mayEdit ? (
        <form
          className="grid gap-2.5"
          onSubmit={(event) => {
            event.preventDefault()
            if (output.ok) answer.mutate({ taskId, workflowInstanceId, status: 'COMPLETED', outputData: output.value })
          }}
        >
          <Field label="Output, as JSON" error={output.ok ? null : output.message}>
            {(control) => (
              <Textarea
                {...control}
                spellCheck={false}
                rows={Math.min(8, text.split('\n').length)}
                placeholder='{ "approved": true }'
                className="min-h-8 font-mono text-sm leading-5"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          {answer.error ? <Alert>{errorText(answer.error)}</Alert> : null}
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
      ) : null}
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
    </section>
  )
}
