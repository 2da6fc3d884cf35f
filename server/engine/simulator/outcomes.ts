import type { EvaluateEffect, PerformEffect } from '@/server/engine/decision'
import type { EngineEvent, PerformOutcome, ScriptOutcome } from '@/server/engine/event'
import type { Random } from './random'

type Answer = Extract<EngineEvent, { type: 'script-result' | 'perform-result' }>

/** What a script or a call may come to. */
export function answerWork(random: Random, effect: EvaluateEffect | PerformEffect): Answer {
  const { taskId } = effect
  return effect.type === 'evaluate'
    ? { type: 'script-result', taskId, outcome: scriptOutcome(random) }
    : { type: 'perform-result', taskId, outcome: performOutcome(random) }
}

/** Everything works, every loop stops. */
export function goodAnswer(effect: EvaluateEffect | PerformEffect): Answer {
  const { taskId } = effect
  return effect.type === 'evaluate'
    ? { type: 'script-result', taskId, outcome: { ok: true, value: 0 } }
    : { type: 'perform-result', taskId, outcome: { status: 'completed', output: { v: 1 } } }
}

function scriptOutcome(random: Random): ScriptOutcome {
  if (random.chance(0.1)) return { ok: false, kind: random.pick(['error', 'timeout', 'limit']), message: 'no' }
  return { ok: true, value: random.pick([true, false, 1, 0, '2', null]) }
}

function performOutcome(random: Random): PerformOutcome {
  const output = { v: random.below(3) }
  if (random.chance(0.6)) return { status: 'completed', output }
  if (random.chance(0.3)) return { status: 'again', output, afterMs: 1_000 }
  return { status: 'failed', output, reason: 'no', retryable: random.chance(0.7) }
}
