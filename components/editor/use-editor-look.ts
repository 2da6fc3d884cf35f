'use client'

import { useCallback } from 'react'
import type { GraphLook } from '@/components/canvas/graph-look'
import { useGraphLook } from '@/components/canvas/use-graph-look'
import { useDocument, useDraft, useSession, useSessionState } from './session'

/** Graph and outline look at the document in one way. */
export function useEditorLook(): GraphLook {
  const { ui } = useSession()
  const name = useDraft((state) => state.name ?? `draft:${state.id}`)
  const edited = useDocument((state) => state.definition)
  const run = useSessionState((state) => state.run)
  const selected = useSessionState((state) => state.selected)
  const onSelect = useCallback((id: string) => ui.setState({ selected: id }), [ui])
  return useGraphLook({ name, definition: run?.view.definition ?? edited, selected, onSelect })
}
