const TASK_REASON = /^Task \S+ failed with status: \w+ and reason: '(.*)'$/s
const CHILD_REASON = /^Sub workflow \S+ failure reason: (.*)$/s

/** Conductor wraps the reason of a failure once per level; people want the innermost. */
export function plainReason(reason: string): string {
  const inner = TASK_REASON.exec(reason)?.[1] ?? CHILD_REASON.exec(reason)?.[1]
  return inner === undefined || inner === '' ? reason : plainReason(inner)
}
