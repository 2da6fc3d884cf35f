'use client'

import type * as Monaco from 'monaco-editor/editor'
import { useTheme } from 'next-themes'
import { useEffect } from 'react'
import { editorTheme } from './theme'

/** Monaco, once it is there, looks as the page does. */
export function useEditorTheme(api: typeof Monaco | null): void {
  const { resolvedTheme } = useTheme()
  useEffect(() => {
    if (api === null) return
    api.editor.defineTheme('conductor', editorTheme(document.documentElement, resolvedTheme === 'dark'))
    api.editor.setTheme('conductor')
  }, [api, resolvedTheme])
}
