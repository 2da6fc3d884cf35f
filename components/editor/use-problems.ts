'use client'

import { useDeferredValue, useMemo } from 'react'
import { type EditorProblem, findProblems } from './find-problems'
import { useDocument, useNodeIndex } from './session'

/** Found again after the graph has followed a keystroke, never before it. */
export function useProblems(): readonly EditorProblem[] {
  const text = useDocument((state) => state.text)
  const definition = useDocument((state) => state.definition)
  const problem = useDocument((state) => state.problem)
  const index = useNodeIndex()
  const checked = useMemo(() => ({ what: { text, definition, problem }, index }), [text, definition, problem, index])
  const deferred = useDeferredValue(checked)
  return useMemo(() => findProblems(deferred.what, deferred.index), [deferred])
}
