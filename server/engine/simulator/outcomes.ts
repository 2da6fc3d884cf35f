import type { CheckOutputEffect, EvaluateEffect, PerformEffect } from '@/server/engine/decision'
import type { EngineEvent, PerformOutcome, ScriptOutcome } from '@/server/engine/event'
import type { Random } from './random'

/** What the server does off the decider. */
export type SandboxEffect = EvaluateEffect | PerformEffect | CheckOutputEffect | { readonly type: 'check-input' }
type Answer = Extract<
  EngineEvent,
  { type: 'script-result' | 'perform-result' | 'output-checked' | 'start' | 'input-refused' }
>

/** What a script or a call may come to. */
export function answerWork(random: Random, effect: SandboxEffect): Answer {
  if (effect.type === 'check-output') return verdict(effect, random.chance(0.3) ? 'It does not fit.' : null)
  if (effect.type === 'check-input' && random.chance(0.2)) return { type: 'input-refused', reason: 'It does not fit.' }
  if (effect.type === 'check-input') return { type: 'start', checked: true }
  const { taskId } = effect
  return effect.type === 'evaluate'
    ? { type: 'script-result', taskId, outcome: scriptOutcome(random) }
    : { type: 'perform-result', taskId, outcome: performOutcome(random) }
}

/** Everything works, every loop stops. */
export function goodAnswer(effect: SandboxEffect): Answer {
  if (effect.type === 'check-output') return verdict(effect, null)
  if (effect.type === 'check-input') return { type: 'start', checked: true }
  const { taskId } = effect
  return effect.type === 'evaluate'
    ? { type: 'script-result', taskId, outcome: { ok: true, value: 0 } }
    : { type: 'perform-result', taskId, outcome: { status: 'completed', output: { v: 1 } } }
}

function verdict({ output }: CheckOutputEffect, problem: string | null): Answer {
  return { type: 'output-checked', output, problem }
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
