import type { EvaluateEffect, PerformEffect } from '@/server/engine/decision'
import type { EngineEvent, PerformOutcome } from '@/server/engine/event'
import { AppError } from '@/server/model/errors'
import type { SystemWork } from '@/server/store/batch'
import type { App } from './app'
import { performerOf } from './performers/registry'

/**
 * Runs a script or does a system task's work on a workflow's behalf and reports what came of it. Work that could not
 * be done because this server is stopping is left to its lease: another one asks for it again.
 */
export async function performWork(app: App, work: SystemWork): Promise<void> {
  const { effect, namespaceId, workflowId } = work
  try {
    const event = effect.type === 'evaluate' ? await evaluate(app, work, effect) : await perform(app, work, effect)
    await app.store.submit({ namespaceId, workflowId, event })
  } catch (err) {
    app.logger.info({ err, workflowId, taskId: effect.taskId }, 'System work was left undone; its lease brings it back')
  } finally {
    app.store.workEnded(work)
  }
}

async function evaluate(app: App, work: SystemWork, effect: EvaluateEffect): Promise<EngineEvent> {
  const { taskId, language, expression, input } = effect
  const namespaceId = String(work.namespaceId)
  const outcome = await app.scripts.evaluate({ namespaceId, language, expression, input })
  return { type: 'script-result', taskId, outcome }
}

async function perform(app: App, work: SystemWork, effect: PerformEffect): Promise<EngineEvent> {
  const { taskId, taskType, input } = effect
  const { namespaceId, workflowId } = work
  const performer = performerOf(taskType)
  const outcome: PerformOutcome =
    performer === null
      ? failed(`This server has nobody to perform tasks of type ${taskType}.`)
      : await performer(app, { namespaceId, workflowId, taskId, taskType, input }).catch(refusal)
  return { type: 'perform-result', taskId, outcome }
}

function refusal(error: unknown): PerformOutcome {
  if (error instanceof AppError) return failed(error.message)
  throw error
}

function failed(reason: string): PerformOutcome {
  return { status: 'failed', output: {}, reason, retryable: false }
}
