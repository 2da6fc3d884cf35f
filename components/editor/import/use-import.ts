'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import type { Imported } from '@/components/import/imported'
import { mergeImports } from '@/components/import/merge-imports'
import { fetchPart } from '@/components/ui/fetch-part'

export interface ImportState {
  readonly found: Imported | null
  readonly problem: string | null
  readonly read: (texts: readonly string[]) => void
}

/** Reads texts as they come; a text that is nothing keeps what was read before off the screen and says why. */
export function useImport(first: readonly string[]): ImportState {
  const [found, setFound] = useState<Imported | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const turn = useRef(0)
  const read = useCallback((texts: readonly string[]) => {
    // A text that is read later may be found out about sooner: only the last one counts.
    turn.current += 1
    const mine = turn.current
    const readAll = async () => {
      const { readImport } = await fetchPart(() => import('@/components/import/read-import'))
      return mergeImports(await Promise.all(texts.map(readImport)))
    }
    if (texts.every((text) => text.trim() === '')) {
      setFound(null)
      setProblem(null)
      return
    }
    readAll().then(
      (all) => {
        if (turn.current !== mine) return
        setFound(all)
        setProblem(null)
      },
      (error: Error) => {
        if (turn.current !== mine) return
        setFound(null)
        setProblem(error.message)
      },
    )
  }, [])
  useEffect(() => {
    if (first.length > 0) read(first)
  }, [first, read])
  return { found, problem, read }
}
