'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import type { IntegrationField } from '@/server/model/integration-kinds'
import type { DraftSettings } from './draft-settings'

export interface SettingFieldProps {
  readonly field: IntegrationField
  readonly value: DraftSettings[string] | undefined
  /** A secret that is saved and need not be typed again. */
  readonly isKept: boolean
  readonly error: string | null
  readonly onChange: (value: DraftSettings[string]) => void
}

export function SettingField({ field, value, isKept, error, onChange }: SettingFieldProps) {
  const { label, hint, required = false } = field
  if (field.kind === 'switch') {
    return (
      <Field label={label} hint={hint} error={error}>
        {({ id }) => <Switch id={id} checked={value === true} onCheckedChange={onChange} />}
      </Field>
    )
  }
  if (field.kind === 'choice') {
    const options = (field.options ?? []).map((option) => ({ value: option, label: option }))
    return (
      <Field label={label} hint={hint} error={error}>
        {(control) => <Select {...control} value={String(value)} onValueChange={onChange} options={options} />}
      </Field>
    )
  }
  const text = value === null || value === undefined ? '' : String(value)
  if (field.kind === 'long-text') {
    return (
      <Field label={required ? label : `${label} (optional)`} hint={hint} error={error}>
        {(control) => (
          <Textarea
            {...control}
            className="font-mono"
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    )
  }
  const isNumber = field.kind === 'number'
  return (
    <Field
      label={required ? label : `${label} (optional)`}
      hint={isKept ? 'Saved. Leave it empty to keep it.' : hint}
      error={error}
    >
      {(control) => (
        <Input
          {...control}
          type={field.kind === 'secret' ? 'password' : isNumber ? 'number' : 'text'}
          autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
          required={required && !isKept}
          maxLength={16_000}
          {...(isKept && { placeholder: '••••••••' })}
          value={text}
          onChange={(event) => {
            const { value: typed } = event.target
            onChange(isNumber && typed !== '' ? Number(typed) : typed)
          }}
        />
      )}
    </Field>
  )
}
