import { parseTree } from 'jsonc-parser'
import type { ProblemMark } from '@/components/canvas/canvas-state'
import type { Definition, JsonPath } from '@/components/graph/definition'
import type { NodeIndex } from '@/components/graph/node-index'
import { isBuiltTaskType } from '@/components/graph/task-catalog'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import { workflowDefSchema } from '@/server/model/workflow-def'
import type { TextProblem } from './read-text'
import { pointerRange, type TextRange } from './text-location'

/** One thing that is wrong, with where it is in the text and, when it belongs to a task, in the graph. */
export interface EditorProblem extends TextRange {
  readonly severity: 'error' | 'warning'
  readonly message: string
  readonly nodeId: string | null
}

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

/** The worst problem of each node, for its badge. */
export function problemMarks(problems: readonly EditorProblem[]): Record<string, ProblemMark> {
  const marks: Record<string, ProblemMark> = {}
  for (const { nodeId, severity, message } of problems) {
    if (nodeId === null || marks[nodeId]?.severity === 'error') continue
    if (severity === 'error' || marks[nodeId] === undefined) marks[nodeId] = { severity, message }
  }
  return marks
}
