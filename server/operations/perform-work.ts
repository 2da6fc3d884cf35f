import type { EvaluateEffect, PerformEffect } from '@/server/engine/decision'
import type { EngineEvent, PerformOutcome } from '@/server/engine/event'
import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'
import type { SystemWork } from '@/server/store/batch'
import { addTaskLogs } from './add-task-log'
import type { App } from './app'
import { evaluateEffect } from './evaluate-script'
import { actorOf } from './performers/caller'
import { performerOf } from './performers/registry'
import { checkChildInput } from './schemas/check-child-input'
import { checkOutput } from './schemas/check-output'
import { taskRefusal } from './schemas/task-refusal'
import { hideValues } from './secrets/hide-values'
import { revealInput } from './secrets/reveal-input'

/**
 * Runs a script or does a system task's work on a workflow's behalf and reports what came of it. Work that could not
 * be done because this server is stopping, or its namespace is suspended, is left to its lease: it is asked for again.
 */
export async function performWork(app: App, work: SystemWork): Promise<void> {
  const { effect, namespaceId, workflowId } = work
  try {
    await app.store.submit({ namespaceId, workflowId, event: await answerTo(app, work) })
  } catch (err) {
    const taskId = 'taskId' in effect ? effect.taskId : null
    app.logger.info({ err, workflowId, taskId }, 'System work was left undone; its lease brings it back')
  } finally {
    app.store.workEnded(work)
  }
}

/** A script takes its place in the order before anything is waited for. */
function answerTo(app: App, work: SystemWork): Promise<EngineEvent> {
  const { effect, namespaceId, workflowId } = work
  const unlessSuspended = async (answer: () => Promise<EngineEvent>) => {
    if (await app.suspensions.has(namespaceId))
      throw new AppError('FORBIDDEN', 'The namespace is suspended by the operator.')
    return answer()
  }
  switch (effect.type) {
    case 'evaluate':
      return app.scriptAnswers(workflowId, () => unlessSuspended(() => evaluate(app, work, effect)))
    case 'perform':
      return unlessSuspended(() => perform(app, work, effect))
    case 'check-input':
      return checkChildInput(app, namespaceId, effect)
    case 'check-output':
      return unlessSuspended(() => checkOutput(app, namespaceId, effect))
  }
}

/** What the script said on its console is in the log before its task has ended. */
async function evaluate(app: App, work: SystemWork, effect: EvaluateEffect): Promise<EngineEvent> {
  const { taskId } = effect
  const { logs = [], ...outcome } = await evaluateEffect(app, work.namespaceId, effect)
  const lines = logs.map((log) => ({ log, createdTime: null }))
  if (lines.length > 0) await addTaskLogs(app, actorOf(work), { taskId, logs: lines })
  return { type: 'script-result', taskId, outcome }
}

async function perform(app: App, { namespaceId, workflowId }: SystemWork, effect: PerformEffect): Promise<EngineEvent> {
  const { taskId, taskType, secretNames, keepsMarkers } = effect
  const names = keepsMarkers ? null : secretNames
  const { input, values } = await revealInput(app, namespaceId, { input: effect.input, names })
  const call = { namespaceId, workflowId, taskId, taskType, input, secretNames, secretValues: values }
  const work = async () => withoutValues(await performerOf(taskType)(app, call).catch(refusal), values)
  return { type: 'perform-result', taskId, outcome: await withinSchemas(app, namespaceId, { effect, work }) }
}

interface Performance {
  readonly effect: PerformEffect
  readonly work: () => Promise<PerformOutcome>
}

/** What the task's definition refuses is not done, or fails for good though it was done. */
async function withinSchemas(
  app: App,
  namespaceId: NamespaceId,
  { effect: { input: value, schemas }, work }: Performance,
): Promise<PerformOutcome> {
  const { input = null, output = null } = schemas ?? {}
  const before = input && (await taskRefusal(app, namespaceId, { side: 'input', schema: input, value }))
  if (before !== null) return failed(before)
  const outcome = await work()
  if (output === null || outcome.status !== 'completed') return outcome
  const after = await taskRefusal(app, namespaceId, { side: 'output', schema: output, value: outcome.output })
  return after === null ? outcome : { ...failed(after), output: outcome.output }
}

/** An answer is the task's business; what this server says of a failure must not repeat a secret. */
function withoutValues(outcome: PerformOutcome, values: readonly string[]): PerformOutcome {
  if (outcome.status !== 'failed' || values.length === 0) return outcome
  return { ...outcome, reason: hideValues(outcome.reason, values), output: hideValues(outcome.output, values) }
}

function refusal(error: unknown): PerformOutcome {
  if (error instanceof AppError) return failed(error.message)
  throw error
}

function failed(reason: string) {
  return { status: 'failed', output: {}, reason, retryable: false } as const
}
