import type { Definition } from '@/components/graph/definition'
import { analyzeScope, type Certainty } from './analyze-scope'
import { expressionUses } from './expression-uses'
import type { NumberedTask } from './number-tasks'
import { variableSetters } from './variable-setters'

/** Data that goes from one task to another, or to the workflow's outputs (null). */
export interface DataLink {
  readonly from: NumberedTask
  readonly to: NumberedTask | null
  readonly certainty: Certainty
  /** Every expression along it. */
  readonly sources: readonly string[]
}

/** What a task reads, and who reads it: through its output, or through a variable that it sets. */
export function dataLinks(definition: Definition, reference: string): readonly DataLink[] {
  const scope = analyzeScope(definition)
  const centre = scope.find(reference)
  if (centre === undefined) return []
  const setters = variableSetters(definition)
  const links = new Map<string, DataLink>()
  for (const { reader, reference: used } of expressionUses(definition)) {
    const { root, members, source } = used
    if (root === null) continue
    const isVariable = root === 'workflow' && members[0] === 'variables'
    const producers = isVariable ? (setters.get(members[1] ?? '') ?? []) : [scope.find(root)]
    const to = reader.kind === 'outputs' ? null : (scope.tasks[reader.index] as NumberedTask)
    for (const from of producers) {
      if (from === undefined || from === to || (from !== centre && to !== centre)) continue
      const verdict = scope.verdict(reader, from)
      if (verdict === null) continue
      const key = `${from.index} ${to?.index}`
      const sources = [...(links.get(key)?.sources ?? []), source]
      links.set(key, { from, to, certainty: verdict.certainty, sources: [...new Set(sources)] })
    }
  }
  return [...links.values()]
}
