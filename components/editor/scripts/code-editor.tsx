'use client'

import '@/components/editor/json/json.css'
import type * as Monaco from 'monaco-editor/editor'
import { useTheme } from 'next-themes'
import { useEffect, useRef, useState } from 'react'
import { editorTheme } from '@/components/editor/json/theme'
import { fetchPart } from '@/components/ui/fetch-part'

export interface CodeEditorProps {
  readonly label: string
  readonly language: 'javascript' | 'jq' | 'json'
  readonly value: string
  readonly onChange: (value: string) => void
  /** ⌘↵ */
  readonly onRun?: () => void
  /** What can stand behind `$` or `.`. */
  readonly sample?: unknown
  readonly className?: string
}

const OPTIONS: Monaco.editor.IStandaloneEditorConstructionOptions = {
  automaticLayout: true,
  minimap: { enabled: false },
  fontFamily: 'JetBrains Mono Variable, ui-monospace, monospace',
  fontSize: 12,
  lineHeight: 20,
  tabSize: 2,
  scrollBeyondLastLine: false,
  renderLineHighlight: 'none',
  overviewRulerLanes: 0,
  padding: { top: 6, bottom: 6 },
  fixedOverflowWidgets: true,
  bracketPairColorization: { enabled: false },
  folding: false,
  lineNumbersMinChars: 3,
  guides: { indentation: false },
  suggest: { showWords: false },
}

/** A Monaco of its own, fetched when it is first shown. Tab leaves it after Ctrl+M, as Monaco has it. */
export function CodeEditor({ label, language, value, onChange, onRun, sample, className }: CodeEditorProps) {
  const container = useRef<HTMLDivElement>(null)
  const editor = useRef<Monaco.editor.IStandaloneCodeEditor>(null)
  const [api, setApi] = useState<typeof Monaco | null>(null)
  const latest = useRef({ value, onChange, onRun, sample })
  latest.current = { value, onChange, onRun, sample }
  const { resolvedTheme } = useTheme()

  useEffect(() => {
    let stop = () => {}
    let isGone = false
    const open = async () => {
      const [{ monaco }, { bindSample }] = await Promise.all([
        fetchPart(() => import('@/components/editor/json/monaco')),
        fetchPart(() => import('./sample-completion')),
      ])
      if (isGone || container.current === null) return
      const model = monaco.editor.createModel(latest.current.value, language === 'jq' ? 'jq' : language)
      const made = monaco.editor.create(container.current, { ...OPTIONS, model, ariaLabel: label })
      bindSample(monaco, model, () => latest.current.sample)
      model.onDidChangeContent(() => {
        if (model.getValue() !== latest.current.value) latest.current.onChange(model.getValue())
      })
      made.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => latest.current.onRun?.())
      editor.current = made
      stop = () => {
        made.dispose()
        model.dispose()
      }
      setApi(monaco)
    }
    void open()
    return () => {
      isGone = true
      stop()
    }
  }, [label, language])

  useEffect(() => {
    if (api === null) return
    api.editor.defineTheme('conductor', editorTheme(document.documentElement, resolvedTheme === 'dark'))
    api.editor.setTheme('conductor')
  }, [api, resolvedTheme])

  useEffect(() => {
    const model = editor.current?.getModel()
    if (api !== null && model && model.getValue() !== value) model.setValue(value)
  }, [api, value])

  return <div ref={container} className={className} />
}
