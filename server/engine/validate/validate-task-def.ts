import type { TaskDef } from '@/server/model/task-def'
import { error, member, type Place, type Problem, warning } from './problem'

/** Conductor's rules for a task definition, in its words, all at once. `root` as in `registerTaskDef.arg0[0]`. */
export function validateTaskDef(def: TaskDef, root = 'registerTaskDef.arg0[0]'): readonly Problem[] {
  const place: Place = { path: root, pointer: [] }
  const problems: Problem[] = []
  if (def.name === '') problems.push(error(member(place, 'name'), 'TaskDef name cannot be null or empty'))
  for (const [field, least, message] of MINIMA) {
    const value = def[field]
    if (typeof value === 'number' && value < least) problems.push(error(member(place, field), message(value), value))
  }
  if (def.ownerEmail && !/^[^@\s]+@[^@\s]+$/.test(def.ownerEmail)) {
    problems.push(warning(member(place, 'ownerEmail'), `${def.ownerEmail} is not an e-mail address.`))
  }
  return [...problems, ...checkTimeouts(def, place)]
}

const MINIMA: readonly (readonly [keyof TaskDef, number, (value: number) => string])[] = [
  ['retryCount', 0, () => 'TaskDef retryCount: 0 must be >= 0'],
  ['responseTimeoutSeconds', 1, (value) => `TaskDef responseTimeoutSeconds: ${value} should be minimum 1 second`],
  ['pollTimeoutSeconds', 0, () => 'TaskDef pollTimeoutSeconds: 0 must be >= 0'],
  ['backoffScaleFactor', 1, () => 'Backoff scale factor. Applicable for LINEAR_BACKOFF'],
  ['maxRetryDelaySeconds', 0, () => 'TaskDef maxRetryDelaySeconds: 0 must be >= 0'],
  ['backoffJitterMs', 0, () => 'TaskDef backoffJitterMs: 0 must be >= 0'],
  ['totalTimeoutSeconds', 0, () => 'TaskDef totalTimeoutSeconds: 0 must be >= 0'],
]

function checkTimeouts(def: TaskDef, place: Place): readonly Problem[] {
  const { name, timeoutSeconds, responseTimeoutSeconds, totalTimeoutSeconds } = def
  const problems: Problem[] = []
  if (timeoutSeconds > 0 && responseTimeoutSeconds > timeoutSeconds) {
    problems.push(
      error(
        place,
        `TaskDef: ${name} responseTimeoutSeconds: ${responseTimeoutSeconds} must be less than timeoutSeconds: ${timeoutSeconds}`,
      ),
    )
  }
  if (totalTimeoutSeconds > 0 && timeoutSeconds > totalTimeoutSeconds) {
    problems.push(
      error(
        place,
        `TaskDef: ${name} timeoutSeconds: ${timeoutSeconds} must be less than or equal to totalTimeoutSeconds: ${totalTimeoutSeconds}`,
      ),
    )
  }
  return problems
}
