'use client'

import type { Json, JsonObject } from '@/server/model/json'
import { InputControl } from './input-control'
import { setField } from './input-text'
import type { InputField } from './schema-fields'

export interface InputFormProps {
  readonly fields: readonly InputField[]
  readonly text: string
  readonly value: JsonObject
  readonly onChange: (text: string) => void
}

export function InputForm({ fields, text, value, onChange }: InputFormProps) {
  if (fields.length === 0) {
    return (
      <p className="text-text-2">This workflow reads no input. Whatever you give it as JSON is kept with the run.</p>
    )
  }
  const set = (name: string, next: Json | undefined) => onChange(setField(text, name, next))
  return (
    <div className="grid gap-3">
      {fields.map((field) => (
        <InputControl
          key={field.name}
          field={field}
          value={value[field.name]}
          onChange={(next) => set(field.name, next)}
        />
      ))}
    </div>
  )
}
