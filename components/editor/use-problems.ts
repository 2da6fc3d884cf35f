'use client'

import { useEffect, useMemo, useState } from 'react'
import type { EditorProblem } from './problem'
import { createProblemFinder, type ProblemFinder } from './problem-finder'
import { useDocument, useIsBlank } from './session'
import { useOwnTypes } from './use-task-catalog'

/** A search takes a core for as long as a key: while keys follow each other there is none. */
const TYPING_PAUSE_MS = 150

/**
 * Found after the graph has followed a keystroke, never before it. Null until the validator is there: it is large,
 * and is loaded once it is wanted.
 */
export function useProblems(isWanted: boolean): readonly EditorProblem[] | null {
  const text = useDocument((state) => state.text)
  const problem = useDocument((state) => state.problem)
  const ownTypes = useOwnTypes()
  const [found, setFound] = useState<readonly EditorProblem[] | null>(null)
  const finder = useFinder(isWanted, setFound)
  const isReadable = problem === null
  useEffect(() => {
    if (!isReadable || finder === null) return
    const pause = setTimeout(() => finder.find({ text, ownTypes: [...ownTypes] }), TYPING_PAUSE_MS)
    return () => clearTimeout(pause)
  }, [finder, text, isReadable, ownTypes])
  // Text that cannot be read is its only problem.
  const unreadable = useMemo(
    () => (problem === null ? null : [{ ...problem, severity: 'error' as const, nodeId: null, pointer: null }]),
    [problem],
  )
  const isBlank = useIsBlank()
  const shown = useMemo(() => (isBlank ? found?.filter((one) => !isEmptyList(one)) : found), [found, isBlank])
  return found === null ? null : (unreadable ?? shown ?? null)
}

function isEmptyList({ pointer }: EditorProblem): boolean {
  return pointer?.length === 1 && pointer[0] === 'tasks'
}

function useFinder(isWanted: boolean, onFound: (found: readonly EditorProblem[]) => void): ProblemFinder | null {
  const [finder, setFinder] = useState<ProblemFinder | null>(null)
  useEffect(() => {
    if (!isWanted) return
    const worker = new Worker(new URL('./problems-worker.ts', import.meta.url), { type: 'module' })
    const made = createProblemFinder(worker, onFound)
    setFinder(made)
    return () => {
      made.stop()
      setFinder(null)
    }
  }, [isWanted, onFound])
  return finder
}
