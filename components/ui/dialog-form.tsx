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
  /** Whoever looks may change nothing, and can only close it. */
  readonly isReadOnly?: boolean
  /** Why what was given was not taken. */
  readonly problem?: string | null
  /** A button at the other end of the row, for what cannot be undone. */
  readonly removal?: ReactNode
  /** A button for another way to save. */
  readonly alternative?: ReactNode
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/** The fields of a dialog and its two ways out; put it last inside `DialogContent`. */
export function DialogForm(props: DialogFormProps) {
  const { submitLabel, busyLabel, isBusy = false, isIncomplete = false, isReadOnly = false, problem } = props
  return (
    <form
      className="grid gap-4"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        props.onSubmit()
      }}
    >
      <fieldset disabled={isReadOnly} className="grid min-w-0 gap-4">
        {props.children}
      </fieldset>
      {problem ? <Alert>{problem}</Alert> : null}
      <DialogFooter>
        {isReadOnly ? null : props.removal}
        <DialogClose asChild>
          <Button>{isReadOnly ? 'Close' : 'Cancel'}</Button>
        </DialogClose>
        {isReadOnly ? null : (
          <>
            {props.alternative}
            <Button type="submit" variant="primary" disabled={isBusy || isIncomplete}>
              {isBusy ? (busyLabel ?? submitLabel) : submitLabel}
            </Button>
          </>
        )}
      </DialogFooter>
    </form>
  )
}
