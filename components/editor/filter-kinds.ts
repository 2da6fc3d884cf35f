import type { TaskKindGroup } from '@/components/graph/task-catalog'

/** Groups with the kinds whose label, type or hint holds every word that was typed. */
export function filterKinds(groups: readonly TaskKindGroup[], search: string): readonly TaskKindGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return groups
    .map(({ label, kinds }) => ({
      label,
      kinds: kinds.filter((kind) => {
        const text = `${kind.label} ${kind.type} ${kind.hint}`.toLowerCase()
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter((group) => group.kinds.length > 0)
}
