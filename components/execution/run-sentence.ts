import { formatDuration } from '@/components/ui/format-duration'
import type { Gate } from '@/server/model/execution'
import type { Poller, RunTask, RunView } from '@/server/model/run-view'
import { shorten, taskTitle } from './describe-task'
import { openSentence } from './open-sentence'
import type { Sentence } from './sentence'

/** The line at the top of a run: what happens, what it waits for, or how it ended. */
export function runSentence(view: RunView, pollers: readonly Poller[]): Sentence {
  const { header } = view
  switch (header.status) {
    case 'RUNNING':
      return header.gate?.waiting ? waitsForTurn(header.gate) : openSentence(view, pollers)
    case 'PAUSED':
      return { parts: ['Paused. Nothing new starts until you resume it.'], tone: 'paused', action: { type: 'resume' } }
    case 'COMPLETED':
      return { parts: [`Finished in ${elapsed(view)}.`, ...terminatedBy(view)], tone: 'done', action: null }
    case 'FAILED':
    case 'TIMED_OUT':
      return failure(view)
    case 'TERMINATED':
      return { parts: ['Stopped', ...reason(header.reasonForIncompletion)], tone: 'stopped', action: null }
  }
}

/** The workflow's `rateLimitConfig`. */
function waitsForTurn({ key, limit }: Gate): Sentence {
  const group = [
    { strong: key },
    ': no more than ',
    { strong: String(limit) },
    ` ${limit === 1 ? 'runs' : 'run'} at once.`,
  ]
  return { parts: ['Waits for its turn in ', ...group], tone: 'waiting', action: null }
}

function elapsed({ header, now }: RunView): string {
  return formatDuration((header.endTime || now) - header.createTime)
}

const WHOLE_RUN_TIMEOUT = /^Workflow timed out after (\d+) seconds\./

/** The line is cut where it ends, not before. */
const LONGEST_REASON = 240

function reason(text: string | null): string[] {
  const seconds = WHOLE_RUN_TIMEOUT.exec(text ?? '')?.[1]
  if (seconds) return [`: it was not done after ${formatDuration(Number(seconds) * 1000)}.`]
  return text ? [`: ${shorten(text, LONGEST_REASON)}`] : ['.']
}

function terminatedBy(view: RunView): string[] {
  const end = view.tasks.find((task) => task.taskType === 'TERMINATE' && task.status === 'COMPLETED')
  return end ? [` Ended early by ${taskTitle(view.definition, end)}.`] : []
}

function failure(view: RunView): Sentence {
  const failed = failedTask(view)
  const tone = view.header.status === 'FAILED' ? 'failed' : 'timed-out'
  const verb = view.header.status === 'FAILED' ? 'failed' : 'timed out'
  if (!failed) {
    const parts = [`The run ${verb}`, ...reason(view.header.reasonForIncompletion), ...waitedFor(view)]
    return { parts, tone, action: null }
  }
  const attempts = failed.retryCount > 0 ? ` after ${failed.retryCount + 1} attempts` : ''
  return {
    parts: [
      { strong: taskTitle(view.definition, failed) },
      ` ${verb}${attempts}`,
      ...reason(failed.reasonForIncompletion ?? view.header.reasonForIncompletion),
    ],
    tone,
    action: failed.subWorkflowId ? { type: 'open-run', workflowId: failed.subWorkflowId } : null,
  }
}

/** What was still open when the time was up. */
function waitedFor({ definition, tasks }: RunView): Sentence['parts'] {
  const open = tasks.findLast((task) => task.status === 'CANCELED' && task.taskType !== 'JOIN')
  return open ? [' It waited for ', { strong: taskTitle(definition, open) }, '.'] : []
}

function failedTask({ header, tasks }: RunView): RunTask | undefined {
  const byId = tasks.find((task) => task.taskId === header.failedTaskId)
  return byId ?? tasks.findLast((task) => header.failedReferenceTaskNames.includes(task.referenceTaskName))
}
