'use client'

import { useId } from 'react'
import { Switch } from './switch'

export interface SwitchFieldProps {
  readonly label: string
  /** What it means, in a sentence. */
  readonly hint: string
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

export function SwitchField({ label, hint, checked, disabled = false, onChange }: SwitchFieldProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <Switch id={id} checked={checked} disabled={disabled} onCheckedChange={onChange} className="mt-0.5" />
      <label htmlFor={id} className="grid">
        <span className="font-medium">{label}</span>
        <span className="text-sm text-text-3">{hint}</span>
      </label>
    </div>
  )
}
