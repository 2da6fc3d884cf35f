'use client'

import { type ReactNode, useId } from 'react'
import { cn } from './cn'

export interface FieldControl {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
}

export interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | null
  readonly className?: string
  /** Receives the props that tie the control to its label, hint and error. */
  readonly children: (control: FieldControl) => ReactNode
}

/** A label, its control, and what is wrong with it. */
export function Field({ label, hint, error, className, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = error ?? hint
  const control: FieldControl = {
    id,
    ...(note ? { 'aria-describedby': noteId } : {}),
    ...(error ? { 'aria-invalid': true as const } : {}),
  }
  return (
    <div className={cn('grid gap-1.5', className)}>
      <label htmlFor={id} className="text-sm leading-[18px] font-medium text-text-2">
        {label}
      </label>
      {children(control)}
      {note ? (
        <p
          id={noteId}
          role={error ? 'alert' : undefined}
          className={cn('text-sm', error ? 'whitespace-pre-line text-status-failed' : 'text-text-3')}
        >
          {note}
        </p>
      ) : null}
    </div>
  )
}
