'use client'

import './json.css'
import type * as Monaco from 'monaco-editor/editor'
import { useEffect, useRef, useState } from 'react'
import { useLoadLastRun } from '@/components/editor/expressions/use-last-run'
import type { EditorProblem } from '@/components/editor/problem'
import { useDocument, useSession } from '@/components/editor/session'
import { fetchPart } from '@/components/ui/fetch-part'
import { newId } from '@/components/ui/new-id'
import { Skeleton } from '@/components/ui/skeleton'
import { bindEditor } from './bind-editor'
import { CODE_EDITOR } from './code-options'
import { rangeAt } from './sync-model'
import { useEditorTheme } from './use-editor-theme'

type Api = typeof Monaco
type CodeEditor = Monaco.editor.IStandaloneCodeEditor

const OPTIONS: Monaco.editor.IStandaloneEditorConstructionOptions = {
  ...CODE_EDITOR,
  padding: { top: 8, bottom: 8 },
  quickSuggestions: { strings: true, other: true, comments: false },
  stickyScroll: { enabled: false },
  suggest: { insertMode: 'replace', showWords: false },
  lineDecorationsWidth: 14,
  lineNumbersMinChars: 4,
}

/** The definition as JSON: the same document as the graph. Monaco is fetched when the pane first opens. */
export function JsonPane({ problems }: { readonly problems: readonly EditorProblem[] }) {
  const session = useSession()
  const container = useRef<HTMLDivElement>(null)
  const [loaded, setLoaded] = useState<{ api: Api; editor: CodeEditor } | null>(null)
  const [failure, setFailure] = useState(false)
  useLoadLastRun()
  useEditorTheme(loaded?.api ?? null)
  useMarkers(loaded, problems)

  useEffect(() => {
    let stop = () => {}
    let isGone = false
    const open = async () => {
      const { monaco, WORKFLOW_SCHEME } = await fetchPart(() => import('./monaco'))
      if (isGone || container.current === null) return
      const model = monaco.editor.createModel(
        session.document.getState().text,
        'json',
        monaco.Uri.parse(`${WORKFLOW_SCHEME}:/${newId()}.json`),
      )
      model.updateOptions({ bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false } })
      const editor = monaco.editor.create(container.current, {
        ...OPTIONS,
        model,
        readOnly: !session.editable,
        ariaLabel: 'Workflow definition as JSON',
      })
      const unbind = bindEditor(monaco, editor, session)
      stop = () => {
        unbind()
        editor.dispose()
        model.dispose()
      }
      setLoaded({ api: monaco, editor })
    }
    open().catch(() => setFailure(true))
    return () => {
      isGone = true
      stop()
    }
  }, [session])

  return (
    <section aria-label="JSON" className="relative h-full min-w-0 flex-1 bg-surface">
      <div ref={container} className="absolute inset-0" />
      {failure ? (
        <p role="alert" className="absolute inset-0 grid place-items-center text-text-2">
          The JSON editor could not be loaded. Reload the page to try again.
        </p>
      ) : null}
      {loaded === null && !failure ? <Loading /> : null}
    </section>
  )
}

function Loading() {
  return (
    <div className="absolute inset-0 grid max-w-md content-start gap-2 p-4" aria-hidden>
      <Skeleton className="h-4 w-2/3" />
      <Skeleton className="h-4" />
      <Skeleton className="h-4 w-1/2" />
      <Skeleton className="h-4 w-3/4" />
    </div>
  )
}

/** What JSON and schema say, Monaco marks by itself; these are the rules of workflows. */
function useMarkers(loaded: { api: Api; editor: CodeEditor } | null, problems: readonly EditorProblem[]): void {
  const isStale = useDocument((state) => state.problem !== null)
  useEffect(() => {
    const model = loaded?.editor.getModel()
    if (!loaded || !model) return
    const { Error: error, Warning: warning, Info: info } = loaded.api.MarkerSeverity
    const markers = isStale
      ? []
      : problems.map(({ offset, length, message, severity }) => ({
          ...rangeAt(model, offset, offset + length),
          message,
          severity: { error, warning, info }[severity],
        }))
    loaded.api.editor.setModelMarkers(model, 'workflow', markers)
  }, [loaded, problems, isStale])
}
