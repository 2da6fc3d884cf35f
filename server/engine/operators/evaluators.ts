import type { Json } from '@/server/model/json'

/** Of the reference's evaluators those that run here. `python` would need a sandbox as strong as that of JavaScript. */
export const EVALUATORS = ['value-param', 'javascript', 'graaljs'] as const

/** Both names of the reference mean the same JavaScript here. */
export function isJavaScript(evaluatorType: Json | undefined): boolean {
  return evaluatorType === 'javascript' || evaluatorType === 'graaljs'
}

/** What Conductor takes for true in a condition: `true` and numbers above zero, no text and no object. */
export function isTruthy(value: Json): boolean {
  return value === true || (typeof value === 'number' && value > 0)
}
