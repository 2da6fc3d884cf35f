/** The first node that every way from `from` passes, or null when some way ends before any. `next` has no circles. */
export function findMeeting(from: string, next: (id: string) => readonly (string | null)[]): string | null {
  const memo = new Map<string, readonly string[]>()
  const order: string[] = []
  const seen = new Set<string>()
  const stack: { id: string; at: number }[] = [{ id: from, at: 0 }]
  seen.add(from)
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const target = next(top.id)[top.at++]
    if (target === undefined) {
      order.push(top.id)
      stack.pop()
    } else if (target !== null && !seen.has(target)) {
      seen.add(target)
      stack.push({ id: target, at: 0 })
    }
  }
  // Successors come first: what is certain behind a node is what is certain behind all of them, nearest first.
  for (const id of order) {
    const ways = next(id).map((target) => (target === null ? [] : [target, ...(memo.get(target) ?? [])]))
    const [first = [], ...others] = ways
    const sets = others.map((way) => new Set(way))
    memo.set(
      id,
      first.filter((node) => sets.every((set) => set.has(node))),
    )
  }
  return memo.get(from)?.[0] ?? null
}
