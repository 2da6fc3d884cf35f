import { Field } from './field'
import { Input } from './input'

export interface NameFieldProps {
  readonly value: string
  readonly placeholder?: string
  readonly error?: string | null
  readonly onChange: (name: string) => void
}

/** What a new thing is called, up to the length that the API takes. */
export function NameField({ value, placeholder, error = null, onChange }: NameFieldProps) {
  return (
    <Field label="Name" error={error}>
      {(control) => (
        <Input
          {...control}
          required
          maxLength={255}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
