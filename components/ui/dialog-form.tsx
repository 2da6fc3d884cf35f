'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
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
  /** Why what was given was not taken, where none of the fields says it. */
  readonly problem?: string | null
  /** A button at the other end of the row, for what cannot be undone. */
  readonly removal?: ReactNode
  /** A button for another way to save. */
  readonly alternative?: ReactNode
  readonly onSubmit: () => void
  readonly children: ReactNode
}

/**
 * The fields of a dialog and its two ways out; put it last inside `DialogContent`. Who was refused is led to the first
 * field that says why.
 */
export function DialogForm(props: DialogFormProps) {
  const { submitLabel, busyLabel, isBusy = false, isIncomplete = false, isReadOnly = false, problem } = props
  const [tries, setTries] = useState(0)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (tries > 0 && !isBusy) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [tries, isBusy])
  return (
    <form
      ref={form}
      className="grid gap-4"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        setTries(tries + 1)
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
