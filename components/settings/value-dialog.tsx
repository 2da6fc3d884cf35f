'use client'

import { useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'

export interface NamedValue {
  readonly name: string
  readonly value: string
}

export interface ValueDialogProps {
  readonly title: string
  readonly description: string
  /** What there is; null: a new one. */
  readonly before: NamedValue | null
  readonly error: string | null
  readonly isSaving: boolean
  readonly onSave: (value: NamedValue) => void
  readonly onClose: () => void
}

/** A name and its value, which may have lines. */
export function ValueDialog(props: ValueDialogProps) {
  const { title, description, before, error, isSaving, onSave, onClose } = props
  const [name, setName] = useState(before?.name ?? '')
  const [value, setValue] = useState(before?.value ?? '')
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent title={title} description={description}>
        <DialogForm submitLabel="Save" isBusy={isSaving} onSubmit={() => onSave({ name, value })}>
          <Field label="Name" hint="Letters, digits, _ and -">
            {(control) => (
              <Input
                {...control}
                required
                readOnly={before !== null}
                pattern="[\w\-]+"
                maxLength={255}
                className="font-mono"
                spellCheck={false}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
          <Field label="Value" error={error}>
            {(control) => (
              <Textarea
                {...control}
                required
                className="font-mono text-sm"
                spellCheck={false}
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            )}
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}
