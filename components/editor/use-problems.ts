'use client'

import { useDeferredValue, useEffect, useMemo, useState } from 'react'
import type { findProblems } from './find-problems'
import type { EditorProblem } from './problem'
import { useDocument, useNodeIndex } from './session'
import { useOwnTypes } from './use-task-catalog'

/**
 * Found again after the graph has followed a keystroke, never before it. Null until the validator is there: it is
 * large, and is loaded once it is wanted.
 */
export function useProblems(isWanted: boolean): readonly EditorProblem[] | null {
  const text = useDocument((state) => state.text)
  const definition = useDocument((state) => state.definition)
  const problem = useDocument((state) => state.problem)
  const index = useNodeIndex()
  const find = useValidator(isWanted)
  const ownTypes = useOwnTypes()
  const checked = useMemo(() => ({ what: { text, definition, problem }, index }), [text, definition, problem, index])
  const deferred = useDeferredValue(checked)
  return useMemo(() => find?.(deferred.what, deferred.index, ownTypes) ?? null, [find, deferred, ownTypes])
}

function useValidator(isWanted: boolean): typeof findProblems | null {
  const [find, setFind] = useState<typeof findProblems | null>(null)
  useEffect(() => {
    let isHere = isWanted
    if (isWanted) void import('./find-problems').then((module) => isHere && setFind(() => module.findProblems))
    return () => {
      isHere = false
    }
  }, [isWanted])
  return find
}
