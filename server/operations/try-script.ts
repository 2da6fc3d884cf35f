import type { ScriptOutcome } from '@/server/engine/event'
import { createTargetRate, type TargetRate } from '@/server/executors/target-rate'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { Json } from '@/server/model/json'
import type { App } from './app'

export interface ScriptTry {
  readonly language: 'javascript' | 'jq'
  readonly expression: string
  readonly input: Json
}

const rates = new WeakMap<App, TargetRate>()

/** A script on a sample, in the sandbox of the real runs and with their limits; nothing is stored. */
export async function tryScript(app: App, actor: Actor, attempt: ScriptTry): Promise<ScriptOutcome> {
  requireRole(actor, 'editor')
  const { scriptTriesPerMinute } = app.quotas
  if (!rateOf(app).admit(String(actor.namespaceId))) {
    throw new AppError(
      'TOO_MANY_REQUESTS',
      `This namespace may try out ${scriptTriesPerMinute} scripts per minute (limit scriptTriesPerMinute).`,
      { retryAfterSeconds: 60 },
    )
  }
  return app.scripts.evaluate({ namespaceId: String(actor.namespaceId), ...attempt })
}

function rateOf(app: App): TargetRate {
  const rate = rates.get(app) ?? createTargetRate(app.quotas.scriptTriesPerMinute)
  rates.set(app, rate)
  return rate
}
