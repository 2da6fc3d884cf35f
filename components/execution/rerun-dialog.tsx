'use client'

import { useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import type { JsonObject } from '@/server/model/json'
import { parseInput, writeInput } from './input-text'

export interface RerunDialogProps {
  readonly input: JsonObject
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onRerun: (input: JsonObject) => void
}

/** A task again, with another input. */
export function RerunDialog({ input, isBusy, onClose, onRerun }: RerunDialogProps) {
  const [text, setText] = useState(() => writeInput(input))
  const parsed = parseInput(text)
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="Rerun with another input"
        description="Only this run sees it; the definition stays as it is."
        className="max-w-2xl"
      >
        <DialogForm
          submitLabel="Rerun from here"
          isBusy={isBusy}
          isIncomplete={!parsed.ok}
          onSubmit={() => parsed.ok && onRerun(parsed.value)}
        >
          <Field label="Input of the task, as JSON" error={parsed.ok ? null : parsed.message}>
            {(control) => (
              <Textarea
                {...control}
                spellCheck={false}
                className="min-h-56 font-mono text-sm leading-5"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}
