'use client'

import { useId } from 'react'
import { Checkbox } from './checkbox'

export interface CheckRowProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** One line of a list of choices: all of it can be pressed. */
export function CheckRow({ label, checked, onChange }: CheckRowProps) {
  const id = useId()
  return (
    <label htmlFor={id} className="flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-surface-2">
      <Checkbox id={id} checked={checked} onCheckedChange={onChange} />
      {label}
    </label>
  )
}
