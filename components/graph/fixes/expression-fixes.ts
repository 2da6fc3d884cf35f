import type { Definition, JsonPath } from '@/components/graph/definition'
import { analyzeScope, type Reader } from '@/components/graph/scope/analyze-scope'
import { type ExpressionUse, expressionUses } from '@/components/graph/scope/expression-uses'
import { markersIn } from '@/components/graph/scope/marker-at'
import { nearestName } from '@/components/graph/scope/nearest-name'
import { FURTHER_WORKFLOW_MEMBERS, ROW_SHAPE, WORKFLOW_SHAPE } from '@/components/graph/scope/task-shapes'
import { variableSetters } from '@/components/graph/scope/variable-setters'
import { updateAt, valueAt } from '@/components/graph/update-at'
import { findReferences } from '@/server/engine/expressions/references'
import type { Fix, FixableProblem } from './fix'

const ROW = ['output', 'input', ...Object.keys(ROW_SHAPE)]
const WORKFLOW = ['input', 'output', 'variables', ...FURTHER_WORKFLOW_MEMBERS, ...Object.keys(WORKFLOW_SHAPE)]

/** A name in `${…}` that is nearly one that can be used there. */
export function expressionFixes(definition: Definition, { pointer, message }: FixableProblem): Fix[] {
  const uses = expressionUses(definition).filter(
    (use) => use.pointer.join('/') === pointer.join('/') && message.includes(use.reference.source),
  )
  const seen = new Set<string>()
  return uses.flatMap((use) => {
    const { source } = use.reference
    const better = seen.has(source) ? null : meant(definition, use)
    seen.add(source)
    if (better === null || better === source) return []
    return [
      { title: `Use \${${better}}`, apply: (now) => replaceSource(now, pointer, { source, better }) } satisfies Fix,
    ]
  })
}

function meant(definition: Definition, { reference, reader }: ExpressionUse): string | null {
  const { root, members, source, valid } = reference
  if (source.trim() !== source && isPath(source.trim())) return source.trim()
  if (!valid || root === null || !source.startsWith(root)) return null
  const rest = source.slice(root.length)
  const [first] = members
  const scope = analyzeScope(definition)
  if (root !== 'workflow' && scope.find(root) === undefined) {
    if (['input', 'variables', 'env', 'secrets'].includes(root)) return `workflow.${source}`
    const name = nearestName(root, ['workflow', ...inReach(definition, reader)])
    return name === null ? null : name + rest
  }
  if (first === undefined || !rest.startsWith(`.${first}`)) return null
  const known = root === 'workflow' ? WORKFLOW : ROW
  if (!known.includes(first)) {
    const member = nearestName(first, known)
    return member === null ? null : `${root}.${member}${rest.slice(first.length + 1)}`
  }
  const variable = members[1]
  if (root !== 'workflow' || first !== 'variables' || variable === undefined) return null
  const variables = new Set([...variableSetters(definition).keys(), ...Object.keys(definition.variables ?? {})])
  const name = variables.has(variable) ? null : nearestName(variable, variables)
  const prefix = `workflow.variables.${variable}`
  return name !== null && source.startsWith(prefix) ? `workflow.variables.${name}${source.slice(prefix.length)}` : null
}

/** References whose value may be there. */
function inReach(definition: Definition, reader: Reader): string[] {
  const scope = analyzeScope(definition)
  return scope.tasks.flatMap((task) => {
    const verdict = scope.verdict(reader, task)
    return verdict === null || verdict.certainty === 'never' ? [] : [task.task.taskReferenceName]
  })
}

function isPath(source: string): boolean {
  return findReferences(`\${${source}}`).every(({ valid }) => valid) && !/\s/.test(source)
}

function replaceSource(
  definition: Definition,
  pointer: JsonPath,
  { source, better }: { source: string; better: string },
) {
  const text = valueAt(definition, pointer)
  if (typeof text !== 'string') return definition
  let next = text
  for (const marker of markersIn(text).toReversed()) {
    if (marker.isClosed && marker.source === source) {
      next = `${next.slice(0, marker.from + 2)}${better}${next.slice(marker.to - 1)}`
    }
  }
  return updateAt(definition, pointer, () => next)
}
