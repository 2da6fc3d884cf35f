import type { NodeDecoration } from '@/components/canvas/node-decoration'

type Decorations = Readonly<Record<string, NodeDecoration>>

/** Keeps the object of every node that looks the same as before, so that a tick redraws only the cards that changed. */
export function reuseDecorations(previous: Decorations, next: Decorations): Decorations {
  const merged: Record<string, NodeDecoration> = {}
  for (const [ref, decoration] of Object.entries(next)) {
    const before = previous[ref]
    merged[ref] = before && isSame(before, decoration) ? before : decoration
  }
  return merged
}

function isSame(a: NodeDecoration, b: NodeDecoration): boolean {
  const { branches: branchesA, ...restA } = a
  const { branches: branchesB, ...restB } = b
  if (branchesA?.join() !== branchesB?.join()) return false
  const keys = Object.keys(restA) as (keyof typeof restA)[]
  return keys.length === Object.keys(restB).length && keys.every((key) => restA[key] === restB[key])
}
