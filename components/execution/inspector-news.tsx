import { ArrowUpRight, RotateCw } from 'lucide-react'
import Link from 'next/link'
import type { RunTask } from '@/server/model/run-view'
import { reasonOf, shorten } from './describe-task'
import { plainReason } from './plain-reason'

/** What a person would miss otherwise: why it failed, that it was tried before, and where its own run is. */
export function InspectorNews({ task, rows }: { readonly task: RunTask; readonly rows: readonly RunTask[] }) {
  const earlier = rows.filter((row) => row.referenceTaskName === task.referenceTaskName && row.seq < task.seq)
  const reason = reasonOf(task)
  const failure = earlier.at(-1)
  const failedAlike = reason !== null && earlier.every((row) => row.reasonForIncompletion === reason)
  return (
    <>
      {failure?.reasonForIncompletion ? (
        <p className="flex items-center gap-2 text-text-2">
          <RotateCw className="size-4 shrink-0 text-status-completed-with-errors" strokeWidth={1.5} aria-hidden />
          <span className="truncate">
            {failedAlike ? (
              `All ${earlier.length + 1} attempts ended the same way.`
            ) : (
              <>
                {earlier.length === 1 ? 'First attempt failed' : `${earlier.length} attempts failed`}:{' '}
                <span className="text-text">{shorten(failure.reasonForIncompletion)}</span>
              </>
            )}
          </span>
        </p>
      ) : null}
      {reason ? (
        <p className="max-h-24 overflow-auto whitespace-pre-wrap text-status-failed [overflow-wrap:anywhere]">
          {plainReason(reason)}
        </p>
      ) : null}
      {task.subWorkflowId ? (
        <Link
          href={`/executions/${task.subWorkflowId}`}
          className="inline-flex w-fit items-center gap-1 font-medium text-accent hover:underline"
        >
          Open its run <ArrowUpRight className="size-4" strokeWidth={1.5} aria-hidden />
        </Link>
      ) : null}
    </>
  )
}
