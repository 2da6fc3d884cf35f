import { parseTree } from 'jsonc-parser'
import type { Definition, JsonPath } from '@/components/graph/definition'
import type { NodeIndex } from '@/components/graph/node-index'
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

/** The server's own validator, run on what is being edited. Text that cannot be read is its only problem. */
export function findProblems({ text, definition, problem }: Checked, index: NodeIndex): readonly EditorProblem[] {
  if (problem !== null) return [{ ...problem, severity: 'error', nodeId: null }]
  const tree = parseTree(text)
  const checked = workflowDefSchema.safeParse(definition)
  if (tree === undefined || !checked.success) return []
  return validateWorkflowDef(checked.data, { isBuiltTaskType }).map(({ severity, message, pointer }) => ({
    severity,
    message,
    nodeId: nodeAt(pointer, index),
    ...pointerRange(tree, pointer),
  }))
}

function nodeAt(pointer: JsonPath, index: NodeIndex): string | null {
  for (let length = pointer.length; length > 1; length--) {
    const id = index.idAt(pointer.slice(0, length))
    if (id !== undefined) return id
  }
  return null
}
