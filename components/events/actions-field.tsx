'use client'

import { Plus } from 'lucide-react'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'
import { ACTION_EXAMPLES, withExample } from './handler-form'

export interface ActionsFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

type Example = keyof typeof ACTION_EXAMPLES

/** The actions as Conductor writes them, with an example of each to add. */
export function ActionsField({ value, onChange }: ActionsFieldProps) {
  return (
    <div className="grid gap-2">
      <Field label="Actions, as JSON" hint="${field} is a field of the message, ${$} all of it">
        {(control) => (
          <Textarea
            {...control}
            spellCheck={false}
            className="min-h-56 font-mono text-sm leading-5"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
      <ul aria-label="Actions to add" className="flex flex-wrap gap-1.5">
        {Object.entries(ACTION_EXAMPLES).map(([type, { label }]) => (
          <li key={type}>
            <button
              type="button"
              className="inline-flex h-6 items-center gap-1 rounded-full border px-2.5 text-sm text-text-2 hover:bg-surface-2"
              onClick={() => onChange(withExample(value, type as Example))}
            >
              <Plus className="size-3.5" strokeWidth={1.5} aria-hidden /> {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
