'use client'

import { createContext, useContext } from 'react'
import type { Layout } from '@/components/graph/layout-types'

const LayoutContext = createContext<Layout | null>(null)
export const LayoutProvider = LayoutContext.Provider

/** For what is drawn over the nodes: where all of them stand, also those that are not drawn now. */
export function useLayout(): Layout {
  const layout = useContext(LayoutContext)
  if (layout === null) throw new Error('An overlay needs a GraphCanvas around it.')
  return layout
}
