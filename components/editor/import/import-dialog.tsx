'use client'

import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'
import type { EditorSession } from '@/components/editor/session'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { ImportChoice } from './import-choice'
import { useImport } from './use-import'

export interface ImportDialogProps {
  /** What was dropped or pasted; empty: the person gives it here. */
  readonly texts: readonly string[]
  /** The editor that it goes into; null: it begins or registers workflows. */
  readonly session: EditorSession | null
  readonly onClose: () => void
}

/** Brings definitions from elsewhere: shows what was found and what was left out before anything is written. */
export function ImportDialog({ texts, session, onClose }: ImportDialogProps) {
  const [text, setText] = useState(texts.length === 1 ? (texts[0] ?? '') : '')
  const { found, problem, read } = useImport(texts)
  const file = useRef<HTMLInputElement>(null)
  const change = (next: string) => {
    setText(next)
    read([next])
  }
  const readFiles = async (files: readonly File[]) => {
    const contents = await Promise.all(files.map((one) => one.text()))
    setText(contents.length === 1 ? (contents[0] ?? '') : '')
    read(contents)
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Import"
        description="Conductor JSON, a curl command, an OpenAPI document (JSON or YAML) or BPMN 2.0. Paste it, choose files, or drop them anywhere."
        className="max-w-3xl"
      >
        <div className="grid gap-4">
          <Field label="Text to import" error={problem}>
            {(control) => (
              <Textarea
                {...control}
                rows={found === null ? 10 : 4}
                spellCheck={false}
                className="font-mono text-sm leading-5"
                placeholder="curl https://example.com/orders -H 'Accept: application/json'"
                value={text}
                onChange={(event) => change(event.target.value)}
              />
            )}
          </Field>
          <div>
            <input
              ref={file}
              type="file"
              multiple
              hidden
              aria-label="Files to import"
              accept=".json,.yaml,.yml,.bpmn,.xml,.txt,.sh"
              onChange={(event) => void readFiles([...(event.target.files ?? [])])}
            />
            <Button onClick={() => file.current?.click()}>
              <Upload strokeWidth={1.5} aria-hidden /> Choose files…
            </Button>
          </div>
          {found ? (
            <ImportChoice key={JSON.stringify(found).length} found={found} session={session} onClose={onClose} />
          ) : null}
        </div>
      </DialogContent>
    </Dialog>
  )
}
