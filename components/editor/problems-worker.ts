import type { Definition } from '@/components/graph/definition'
import { nodeIndex } from '@/components/graph/node-index'
import { findProblems } from './find-problems'
import type { EditorProblem } from './problem'

export interface AskedProblems {
  /** A text that says a definition. */
  readonly text: string
  readonly ownTypes: readonly string[]
}

export type FoundProblems = readonly EditorProblem[]

/** Beside the page: however large the definition, the hand that types or drags does not wait for its problems. */
globalThis.onmessage = ({ data: { text, ownTypes } }: MessageEvent<AskedProblems>) => {
  const definition = JSON.parse(text) as Definition
  const found: FoundProblems = findProblems(
    { text, definition, problem: null },
    nodeIndex(definition),
    new Set(ownTypes),
  )
  globalThis.postMessage(found)
}
