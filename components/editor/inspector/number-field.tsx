'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

export interface NumberFieldProps {
  readonly label: string
  readonly value: number | null | undefined
  /** Undefined when the field is emptied. */
  readonly onChange: (value: number | undefined) => void
  readonly placeholder?: string
  readonly hint?: string
  readonly error?: string | null
}

/** Whole numbers; empty leaves the field out of the definition. */
export function NumberField({ label, value, onChange, placeholder, hint, error = null }: NumberFieldProps) {
  return (
    <Field label={label} error={error} {...(hint ? { hint } : {})}>
      {(control) => (
        <Input
          {...control}
          type="number"
          min={0}
          step={1}
          inputMode="numeric"
          placeholder={placeholder}
          value={value ?? ''}
          onChange={(event) => {
            const number = event.target.valueAsNumber
            onChange(Number.isNaN(number) ? undefined : Math.trunc(number))
          }}
        />
      )}
    </Field>
  )
}
