import { parseTree } from 'jsonc-parser'
import type { Definition, JsonPath } from '@/components/graph/definition'
import { ignoredFields } from '@/components/graph/ignored-fields'
import type { NodeIndex } from '@/components/graph/node-index'
import { scopeProblems } from '@/components/graph/scope/scope-problems'
import { isBuiltTaskType } from '@/components/graph/task-catalog'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import { workflowDefSchema } from '@/server/model/workflow-def'
import type { EditorProblem } from './problem'
import type { TextProblem } from './read-text'
import { pointerRange } from './text-location'

export interface Checked {
  readonly text: string
  readonly definition: Definition
  readonly problem: TextProblem | null
}

/** The server's own validator, run on what is being edited, and what the flow says of its expressions. Text that cannot be read is its only problem. */
export function findProblems(
  { text, definition, problem }: Checked,
  index: NodeIndex,
  ownTypes: ReadonlySet<string> = new Set(),
): readonly EditorProblem[] {
  if (problem !== null) return [{ ...problem, severity: 'error', nodeId: null, pointer: null }]
  const tree = parseTree(text)
  const checked = workflowDefSchema.safeParse(definition)
  if (tree === undefined || !checked.success) return []
  const problems = [
    ...validateWorkflowDef(checked.data, { isBuiltTaskType: (type) => isBuiltTaskType(type) || ownTypes.has(type) }),
    ...scopeProblems(definition),
    ...ignored(definition),
  ]
  return problems.map(({ severity, message, pointer }) => ({
    severity,
    message,
    pointer,
    nodeId: nodeAt(pointer, index),
    ...pointerRange(tree, pointer),
  }))
}

function ignored(definition: Definition) {
  return ignoredFields(definition).map((field) => ({ ...field, severity: 'warning' as const }))
}

function nodeAt(pointer: JsonPath, index: NodeIndex): string | null {
  for (let length = pointer.length; length > 1; length--) {
    const id = index.idAt(pointer.slice(0, length))
    if (id !== undefined) return id
  }
  return null
}
