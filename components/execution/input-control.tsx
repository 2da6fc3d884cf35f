'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { Textarea } from '@/components/ui/textarea'
import type { Json } from '@/server/model/json'
import type { InputField } from './schema-fields'

export interface InputControlProps {
  readonly field: InputField
  readonly value: Json | undefined
  readonly error?: string | null
  readonly onChange: (value: Json | undefined) => void
}

/** One field of the input, typed as well as can be known; a value of another type is edited as JSON. */
export function InputControl({ field, value, error = null, onChange }: InputControlProps) {
  const label = field.required ? `${field.name} (required)` : field.name
  const hint = field.description
  if (field.kind === 'boolean' && (typeof value === 'boolean' || value === undefined)) {
    return (
      <Field label={field.name} hint={hint} error={error} className="grid-cols-[1fr_auto] items-center">
        {(control) => <Switch id={control.id} checked={value === true} onCheckedChange={onChange} />}
      </Field>
    )
  }
  if (field.options.length > 0) {
    return (
      <Field label={label} hint={hint} error={error}>
        {(control) => (
          <Select
            {...control}
            value={value === undefined || value === null ? undefined : String(value)}
            placeholder="Choose…"
            onValueChange={(next) => onChange(field.options.find((option) => String(option) === next))}
            options={field.options.map((option) => ({ value: String(option), label: String(option) }))}
          />
        )}
      </Field>
    )
  }
  if (field.kind === 'json' || (typeof value === 'object' && value !== null)) {
    return <JsonControl label={label} hint={hint} error={error} value={value} onChange={onChange} />
  }
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input
          {...control}
          type={field.kind === 'number' ? 'number' : 'text'}
          step="any"
          required={field.required}
          value={value === undefined || value === null ? '' : String(value)}
          onChange={(event) => onChange(toValue(event.target.value, field.kind))}
        />
      )}
    </Field>
  )
}

function toValue(text: string, kind: InputField['kind']): Json | undefined {
  if (kind !== 'number') return text
  return text === '' ? undefined : Number(text)
}

interface JsonControlProps {
  readonly label: string
  readonly hint: string | null
  readonly error: string | null
  readonly value: Json | undefined
  readonly onChange: (value: Json | undefined) => void
}

const NOT_YET = 'This is not JSON yet; the last valid value is used.'

function JsonControl({ label, hint, error, value, onChange }: JsonControlProps) {
  const [text, setText] = useState(() => (value === undefined ? '' : JSON.stringify(value, null, 2)))
  const parsed = parse(text)
  return (
    <Field label={label} hint={hint} error={parsed.ok ? error : NOT_YET}>
      {(control) => (
        <Textarea
          {...control}
          rows={Math.min(10, text.split('\n').length)}
          className="font-mono text-sm leading-5"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            const next = parse(event.target.value)
            if (next.ok) onChange(next.value)
          }}
        />
      )}
    </Field>
  )
}

function parse(text: string): { ok: true; value: Json | undefined } | { ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined }
  try {
    return { ok: true, value: JSON.parse(text) as Json }
  } catch {
    return { ok: false }
  }
}
