'use client'

import { useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Segmented } from '@/components/ui/segmented'

export interface FailDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onFail: (answer: { readonly reason: string | null; readonly isFinal: boolean }) => void
}

const CONSEQUENCE = {
  again: 'It is tried again as often as its definition says; then the run fails.',
  final: 'It is not tried again; the run fails, or goes on where the task is optional.',
} as const

/** An open task, failed by hand. */
export function FailDialog({ open, onOpenChange, onFail }: FailDialogProps) {
  const [reason, setReason] = useState('')
  const [kind, setKind] = useState<keyof typeof CONSEQUENCE>('again')
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title="Fail this task?" description={CONSEQUENCE[kind]}>
        <DialogForm
          submitLabel="Fail it"
          onSubmit={() => {
            onFail({ reason: reason.trim() || null, isFinal: kind === 'final' })
            onOpenChange(false)
          }}
        >
          <Field label="Reason" hint="Shown on the task and on the run.">
            {(control) => (
              <Input {...control} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <Segmented
            label="What follows"
            value={kind}
            onValueChange={setKind}
            className="justify-self-start"
            options={[
              { value: 'again', label: 'With its retries' },
              { value: 'final', label: 'For good' },
            ]}
          />
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}
