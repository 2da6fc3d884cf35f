'use client'

import { Play } from 'lucide-react'
import { useCallback, useEffect } from 'react'
import type { TaskFormProps } from '@/components/editor/inspector/task-form-props'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Shortcut } from '@/components/ui/kbd'
import { CodeEditor } from './code-editor'
import { type ScriptKind, scriptKind } from './script-kinds'
import { TryResult } from './try-result'
import { useSample } from './use-sample'
import { useTry } from './use-try'

export interface ScriptDialogProps extends TaskFormProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Code, what it is tried on, and what comes out: by the same sandbox as in a run. */
export function ScriptDialog({ task, edit, open, onOpenChange }: ScriptDialogProps) {
  const kind = scriptKind(task) as ScriptKind
  const { language, wrap, verdict } = kind
  const code = kind.read(task)
  const sample = useSample(task)
  const { tried, isBusy, run } = useTry()
  const { value } = sample
  const tryIt = useCallback(() => {
    if (value !== undefined && code.trim() !== '')
      void run({ language, expression: wrap?.(code) ?? code, input: value })
  }, [value, code, language, wrap, run])
  const isLive = open && language === 'jq'
  useEffect(() => {
    if (!isLive) return
    const timer = setTimeout(tryIt, 400)
    return () => clearTimeout(timer)
  }, [isLive, tryIt])
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={`${kind.label} of ${task.name || task.taskReferenceName}`}
        description={kind.hint.replace('<reference>', task.taskReferenceName)}
        className="max-w-5xl"
      >
        <div className="grid gap-4 md:grid-cols-2">
          <section className="grid content-start gap-1.5">
            <h3 className="text-sm font-medium text-text-2">{kind.label}</h3>
            <CodeEditor
              label={kind.label}
              language={language}
              value={code}
              sample={value}
              onRun={tryIt}
              onChange={(next) => edit(kind.patch(task, next), 'script')}
              className="h-72 overflow-hidden rounded-md border border-border-strong"
            />
          </section>
          <section className="grid content-start gap-1.5">
            <header className="flex items-center justify-between">
              <h3 className="text-sm font-medium text-text-2">
                {sample.isOwn
                  ? 'Tried on your own sample'
                  : sample.isKnown
                    ? 'Tried on the values of the last run'
                    : 'There was no run yet: write a sample'}
              </h3>
              {sample.isOwn ? (
                <Button variant="ghost" size="sm" onClick={() => sample.setText(null)}>
                  Back to the last run
                </Button>
              ) : null}
            </header>
            <CodeEditor
              label="Sample input"
              language="json"
              value={sample.text}
              onRun={tryIt}
              onChange={sample.setText}
              className="h-72 overflow-hidden rounded-md border border-border-strong"
            />
          </section>
        </div>
        <section aria-label="Result" className="mt-4 grid gap-2">
          <header className="flex items-center gap-3">
            <Button variant="primary" disabled={isBusy || value === undefined} onClick={tryIt}>
              <Play aria-hidden strokeWidth={1.5} />
              Try it
            </Button>
            <span className="text-sm text-text-3">
              <Shortcut keys="mod+Enter" /> in the editor does the same.
            </span>
          </header>
          <div aria-live="polite" className="max-h-64 min-h-10 overflow-auto rounded-md border px-3 py-2">
            {value === undefined ? (
              <p className="text-sm text-status-failed">The sample is not JSON yet.</p>
            ) : tried.state === 'nothing' ? (
              <p className="text-text-2">Nothing tried yet.</p>
            ) : (
              <TryResult tried={tried} verdict={verdict && ((result) => verdict(result, task))} />
            )}
          </div>
        </section>
      </DialogContent>
    </Dialog>
  )
}
