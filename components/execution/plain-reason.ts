const WRAPPED = [
  /^Task \S+ failed with status: \w+ and reason: '(.*)'$/s,
  /^Sub workflow \S+ failure reason: (.*)$/s,
  /^Failed to invoke HTTP task due to: (.*)$/s,
]

/** Conductor wraps the reason of a failure once per level; people want the innermost. */
export function plainReason(reason: string): string {
  for (const pattern of WRAPPED) {
    const inner = pattern.exec(reason)?.[1]
    if (inner) return plainReason(inner)
  }
  return reason
}

/** Its first line: reasons may carry a stack trace, or the page that a refused call was answered with. */
export function reasonLine(reason: string): string {
  const plain = plainReason(reason)
  const call = /^\d{3} .* request for "[^"]*"/.exec(plain)?.[0] ?? plain
  return call.split('\n', 1)[0]?.trim() ?? ''
}
