'use client'

import '@/components/editor/json/json.css'
import type * as Monaco from 'monaco-editor/editor'
import { useEffect, useRef, useState } from 'react'
import { CODE_EDITOR } from '@/components/editor/json/code-options'
import { useEditorTheme } from '@/components/editor/json/use-editor-theme'
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
  ...CODE_EDITOR,
  padding: { top: 6, bottom: 6 },
  folding: false,
  lineNumbersMinChars: 3,
  suggest: { showWords: false },
}

/** A Monaco of its own, fetched when it is first shown. Tab leaves it after Ctrl+M, as Monaco has it. */
export function CodeEditor({ label, language, value, onChange, onRun, sample, className }: CodeEditorProps) {
  const container = useRef<HTMLDivElement>(null)
  const editor = useRef<Monaco.editor.IStandaloneCodeEditor>(null)
  const [api, setApi] = useState<typeof Monaco | null>(null)
  const latest = useRef({ value, onChange, onRun, sample })
  latest.current = { value, onChange, onRun, sample }

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

  useEditorTheme(api)

  useEffect(() => {
    const model = editor.current?.getModel()
    if (api !== null && model && model.getValue() !== value) model.setValue(value)
  }, [api, value])

  return <div ref={container} className={className} />
}
