'use client'

import { Checkbox } from '@/components/ui/checkbox'
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
            {/* biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside */}
            <label className="flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-surface-2">
              <Checkbox
                label={option.label}
                checked={values.includes(option.value)}
                onCheckedChange={() => toggle(option.value)}
              />
              {option.label}
            </label>
          </li>
        ))}
      </ul>
    </Chip>
  )
}
