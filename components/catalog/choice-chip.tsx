'use client'

import { CheckRow } from '@/components/ui/check-row'
import { Chip } from './chip'

export interface ChoiceChipProps {
  readonly label: string
  readonly values: readonly string[]
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly onChange: (values: readonly string[]) => void
}

/** Any of several. */
export function ChoiceChip({ label, values, options, onChange }: ChoiceChipProps) {
  const chosen = options.filter((option) => values.includes(option.value))
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter((one) => one !== value) : [...values, value])
  return (
    <Chip
      label={label}
      value={chosen.length === 0 ? null : chosen.map((option) => option.label).join(', ')}
      onClear={() => onChange([])}
    >
      <ul className="grid max-h-80 min-w-44 gap-1 overflow-auto">
        {options.map((option) => (
          <li key={option.value}>
            <CheckRow
              label={option.label}
              checked={values.includes(option.value)}
              onChange={() => toggle(option.value)}
            />
          </li>
        ))}
      </ul>
    </Chip>
  )
}
