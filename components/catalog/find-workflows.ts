import type { CatalogEntry } from '@/server/model/catalog'

export const SORTS = ['name', 'updated', 'lastRun'] as const
export type WorkflowSort = (typeof SORTS)[number]

export interface WorkflowQuestion {
  readonly text: string
  readonly sort: WorkflowSort
  readonly descending: boolean
}

/** Every word must be found in the name, the description, a tag or a task type. */
export function findWorkflows(entries: readonly CatalogEntry[], question: WorkflowQuestion): readonly CatalogEntry[] {
  const words = question.text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = entries.filter((entry) => {
    const text = [entry.name, entry.description, ...tagsOf(entry), ...entry.taskTypes].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
  const order = question.descending ? -1 : 1
  return found.toSorted((a, b) => order * compare(a, b, question.sort) || a.name.localeCompare(b.name))
}

function compare(a: CatalogEntry, b: CatalogEntry, sort: WorkflowSort): number {
  switch (sort) {
    case 'name':
      return a.name.localeCompare(b.name)
    case 'updated':
      return a.updateTime - b.updateTime
    case 'lastRun':
      return (a.lastRun?.createTime ?? 0) - (b.lastRun?.createTime ?? 0)
  }
}

/** `metadata.tags`, as a list of texts; what brings an example input along is a sample. */
export function tagsOf({ metadata }: Pick<CatalogEntry, 'metadata'>): readonly string[] {
  const { tags, sampleInput } = metadata
  const given = Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : []
  return sampleInput === undefined ? given : ['sample', ...given]
}
