import { changeTask, endTask } from '@/server/engine/draft'
import type { Task } from '@/server/model/execution'
import type { JsonObject } from '@/server/model/json'
import { ownTask } from './in-place'
import type { Step } from './operator'
import { parseDuration, parseMoment } from './wait-times'

/** WAIT: for a `duration`, `until` a moment, or for an answer. A retry keeps the moment of the first attempt. */
export const wait = ownTask({ begin, review })

const UNTIL_TOLD_SECONDS = 2_147_483_647
/** What Conductor shows of a further attempt: when it would look again. */
const RETRY_TOLD_SECONDS = 30

function begin(step: Step, task: Task): void {
  if (task.retriedTaskId !== null && task.status === 'SCHEDULED') {
    review(step, task.reasonForIncompletion === null ? waitFurther(step, task) : task)
    return
  }
  const end = endOf(task.inputData, step.draft.context.now)
  if (!end.ok) {
    endTask(step.draft, task, { status: 'FAILED_WITH_TERMINAL_ERROR', reasonForIncompletion: end.reason })
    return
  }
  const seconds = end.at === 0 ? UNTIL_TOLD_SECONDS : Math.max(0, Math.ceil((end.at - step.draft.context.now) / 1000))
  const waiting = changeTask(step.draft, task, {
    status: 'IN_PROGRESS',
    waitTimeout: end.at,
    callbackAfterSeconds: seconds,
  })
  review(step, waiting)
}

/** Only what a timeout began again stays SCHEDULED. */
function waitFurther({ draft }: Step, task: Task): Task {
  return changeTask(draft, task, { status: 'IN_PROGRESS', callbackAfterSeconds: RETRY_TOLD_SECONDS })
}

function review(step: Step, task: Task): void {
  if (task.waitTimeout === 0 || task.waitTimeout > step.draft.context.now) return
  endTask(step.draft, task, { status: 'COMPLETED' })
}

type End = { readonly ok: true; readonly at: number } | { readonly ok: false; readonly reason: string }

/** `at: 0` = until told. */
function endOf(input: JsonObject, now: number): End {
  const { duration, until } = input
  const hasDuration = duration !== undefined && duration !== null && duration !== ''
  const hasUntil = until !== undefined && until !== null && until !== ''
  if (hasDuration && hasUntil) {
    return { ok: false, reason: "Both 'duration' and 'until' specified. Please provide only one input" }
  }
  if (hasDuration) {
    const ms = parseDuration(String(duration))
    return ms === null ? { ok: false, reason: `Not valid duration: ${duration}` } : { ok: true, at: now + ms }
  }
  if (!hasUntil) return { ok: true, at: 0 }
  const at = parseMoment(String(until))
  return at === null
    ? { ok: false, reason: `Invalid/Unsupported Wait Until format.  Provided: ${until}` }
    : { ok: true, at }
}
