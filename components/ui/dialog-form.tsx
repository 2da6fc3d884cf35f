'use client'

import type { ReactNode } from 'react'
import { Alert } from './alert'
import { Button } from './button'
import { DialogClose, DialogFooter } from './dialog'

export interface DialogFormProps {
  readonly submitLabel: string
  /** What the button says while it works. */
  readonly busyLabel?: string
  readonly isBusy?: boolean
  readonly isIncomplete?: boolean
  /** Why what was given was not taken. */
  readonly problem?: string | null
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The fields of a dialog and its two ways out; put it last inside `DialogContent`. */
export function DialogForm(props: DialogFormProps) {
  const { submitLabel, busyLabel, isBusy = false, isIncomplete = false, problem, onSubmit, children } = props
  return (
    <form
      className="grid gap-4"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      {problem ? <Alert>{problem}</Alert> : null}
      <DialogFooter>
        <DialogClose asChild>
          <Button>Cancel</Button>
        </DialogClose>
        <Button type="submit" variant="primary" disabled={isBusy || isIncomplete}>
          {isBusy ? (busyLabel ?? submitLabel) : submitLabel}
        </Button>
      </DialogFooter>
    </form>
  )
}
