'use client'

import { createContext, useContext } from 'react'
import type { GraphLook } from './graph-look'

const LookContext = createContext<GraphLook | null>(null)
export const LookProvider = LookContext.Provider

/** Null where the graph is only shown one way. */
export function useLook(): GraphLook | null {
  return useContext(LookContext)
}
