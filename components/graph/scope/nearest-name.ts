/** The name that was probably meant: few letters apart, in proportion to its length. */
export function nearestName(name: string, names: Iterable<string>): string | null {
  let best: { name: string; distance: number } | null = null
  const wanted = name.toLowerCase()
  for (const one of names) {
    const most = Math.max(1, Math.floor(Math.max(one.length, name.length) / 3))
    const distance = lettersApart(wanted, one.toLowerCase(), most)
    if (one !== name && distance <= most && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name: one, distance }
  }
  return best?.name ?? null
}

/** Letters to change, add, leave out or swap; more than `most` is not counted to the end. */
function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
