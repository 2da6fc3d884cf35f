import type { ProblemMark } from '@/components/canvas/canvas-state'
import type { JsonPath } from '@/components/graph/definition'
import type { TextRange } from './text-location'

/** One thing that is wrong, with where it is in the text and, when it belongs to a task, in the graph. */
export interface EditorProblem extends TextRange {
  /** `info`: worth knowing, and often meant so. */
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly nodeId: string | null
  /** In the definition; null when there is none to point into. */
  readonly pointer: JsonPath | null
}

/** The worst problem of each node, for its badge. */
export function problemMarks(problems: readonly EditorProblem[]): Record<string, ProblemMark> {
  const marks: Record<string, ProblemMark> = {}
  for (const { nodeId, severity, message } of problems) {
    if (nodeId === null || severity === 'info' || marks[nodeId]?.severity === 'error') continue
    if (severity === 'error' || marks[nodeId] === undefined) marks[nodeId] = { severity, message }
  }
  return marks
}
