'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

export interface TerminateDialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly onTerminate: (reason: string | null) => void
  /** How many runs; one by default. */
  readonly count?: number
}

export function TerminateDialog({ open, onOpenChange, onTerminate, count = 1 }: TerminateDialogProps) {
  const [reason, setReason] = useState('')
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent
        title={count === 1 ? 'Terminate this run?' : `Terminate ${count} runs?`}
        description="Open tasks are canceled and nothing else starts. It can be restarted later."
      >
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onTerminate(reason.trim() || null)
            onOpenChange(false)
          }}
        >
          <Field label="Reason" hint="Shown on the run and to its parent.">
            {(control) => (
              <Input {...control} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            )}
          </Field>
          <DialogFooter>
            <DialogClose asChild>
              <Button>Keep it running</Button>
            </DialogClose>
            <Button type="submit" variant="danger">
              Terminate
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  )
}
