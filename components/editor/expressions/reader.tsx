'use client'

import { createContext, useContext, useMemo } from 'react'
import { useDocument } from '@/components/editor/session'
import type { JsonPath } from '@/components/graph/definition'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import type { Asked } from '@/components/graph/scope/asked'
import { useLastRun } from './use-last-run'

const ReaderContext = createContext<JsonPath | null>(null)

/** Around the form of a task: its path. Without one, the fields are the workflow's outputs. */
export const ReaderProvider = ReaderContext.Provider

/** Who reads the expressions of a field, and what is known there. */
export function useAsked(): Asked {
  const path = useContext(ReaderContext)
  const definition = useDocument((state) => state.definition)
  const { data } = useLastRun()
  return useMemo(() => {
    const item = path === null ? undefined : analyzeScope(definition).at(path)
    return { definition, data, reader: item === undefined ? { kind: 'outputs' } : { kind: 'task', index: item.index } }
  }, [path, definition, data])
}
