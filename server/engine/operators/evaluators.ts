import type { Json } from '@/server/model/json'

/** Both names of the reference mean the same JavaScript here. */
export function isJavaScript(evaluatorType: Json | undefined): boolean {
  return evaluatorType === 'javascript' || evaluatorType === 'graaljs'
}

/** What Conductor takes for true in a condition: `true` and numbers above zero, no text and no object. */
export function isTruthy(value: Json): boolean {
  return value === true || (typeof value === 'number' && value > 0)
}
