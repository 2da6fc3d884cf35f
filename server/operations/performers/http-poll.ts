import type { PerformOutcome } from '@/server/engine/event'
import { isTruthy } from '@/server/engine/operators/evaluators'
import type { JsonObject } from '@/server/model/json'
import { addTaskLog } from '@/server/operations/add-task-log'
import type { App } from '@/server/operations/app'
import { hideValues } from '@/server/operations/secrets/hide-values'
import { actorOf, findCaller } from './caller'
import type { PerformCall, Performer } from './performer'

/**
 * One turn of HTTP_POLL: the call of an HTTP task, then the condition, in the sandbox, over the answer. What HTTP would
 * fail for fails here too. Each turn leaves a line in the task's log.
 */
export const performHttpPoll: Performer = async (app, call) => {
  const caller = await findCaller(app, call)
  if (caller === null) return { status: 'completed', output: {} }
  const turn = caller.pollCount + 1
  const outcome = await app.http.call(call.namespaceId, call.input)
  if (outcome.status !== 'completed') {
    await note(app, call, `Poll ${turn}: ${outcome.status === 'failed' ? outcome.reason : outcome.status}`)
    return outcome
  }
  const verdict = await judge(app, call, outcome.output)
  if (typeof verdict === 'string') {
    return { status: 'failed', output: outcome.output, reason: verdict, retryable: false }
  }
  return verdict
    ? finish(app, call, { turn, output: outcome.output })
    : goOn(app, call, { turn, output: outcome.output })
}

interface Turn {
  readonly turn: number
  readonly output: JsonObject
}

async function finish(app: App, call: PerformCall, { turn, output }: Turn): Promise<PerformOutcome> {
  await note(app, call, `Poll ${turn}: ${statusOf(output)}, the condition is met`)
  return { status: 'completed', output }
}

async function goOn(app: App, call: PerformCall, { turn, output }: Turn): Promise<PerformOutcome> {
  const seconds = nextInSeconds(call.input, turn, app.limits.httpPollMs)
  await note(app, call, `Poll ${turn}: ${statusOf(output)}, the condition is not met; again in ${seconds} s`)
  return { status: 'again', output, afterMs: seconds * 1000 }
}

/** Whether to end; a text: why that cannot be told. */
async function judge(app: App, { namespaceId, input }: PerformCall, output: JsonObject): Promise<boolean | string> {
  const { terminationCondition: expression } = input
  if (typeof expression !== 'string') return false
  const world = { input, output, ...output }
  const outcome = await app.scripts.evaluate({
    namespaceId: String(namespaceId),
    language: 'javascript',
    expression,
    input: world,
  })
  return outcome.ok ? isTruthy(outcome.value) : `Unable to evaluate condition ${expression}: ${outcome.message}`
}

const DEFAULT_SECONDS = 60
const MAX_SECONDS = 86_400

/** Conductor polls no sooner than its own minimum either. */
export function nextInSeconds(input: JsonObject, turn: number, leastMs: number): number {
  const given = Number(input.pollingInterval ?? DEFAULT_SECONDS)
  const base = Math.max(leastMs / 1000, Number.isFinite(given) ? given : DEFAULT_SECONDS)
  const factors: Readonly<Record<string, number>> = { LINEAR_BACKOFF: turn, EXPONENTIAL_BACKOFF: 2 ** (turn - 1) }
  return Math.min(MAX_SECONDS, base * (factors[String(input.pollingStrategy)] ?? 1))
}

function statusOf({ response }: JsonObject): string {
  const { statusCode = '', reasonPhrase = '' } = response as JsonObject
  return `${statusCode} ${reasonPhrase}`.trim()
}

const note = (app: App, call: PerformCall, log: string) =>
  addTaskLog(app, actorOf(call), { taskId: call.taskId, log: hideValues(log, call.secretValues) })
