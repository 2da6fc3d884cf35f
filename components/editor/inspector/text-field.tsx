'use client'

import { useEffect, useState } from 'react'
import { ExpressionInput } from '@/components/editor/expressions/expression-input'
import { cn } from '@/components/ui/cn'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'

export interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint?: string
  readonly error?: string | null
  readonly placeholder?: string
  readonly mono?: boolean
  readonly rows?: number
  /** It may hold `${…}`. */
  readonly expressions?: boolean
}

/** A text that changes the document with every key. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, placeholder, mono, rows, expressions = false } = props
  const className = cn(mono && 'font-mono text-sm')
  return (
    <Field label={label} {...(hint ? { hint } : {})} {...(error ? { error } : {})}>
      {(control) =>
        expressions ? (
          <ExpressionInput
            {...control}
            rows={rows}
            value={value}
            placeholder={placeholder}
            className={className}
            onChange={onChange}
          />
        ) : rows === undefined ? (
          <Input
            {...control}
            value={value}
            placeholder={placeholder}
            className={className}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <Textarea
            {...control}
            rows={rows}
            value={value}
            placeholder={placeholder}
            spellCheck={!mono}
            className={className}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

export interface CommitFieldProps extends Omit<TextFieldProps, 'rows' | 'error' | 'expressions'> {
  /** A sentence when the text cannot be taken. */
  readonly refuse: (value: string) => string | null
}

/** A text that takes effect when it is finished (Enter or leaving it): renaming changes more than this field. */
export function CommitField({ label, value, onChange, hint, mono, refuse }: CommitFieldProps) {
  const [draft, setDraft] = useState(value)
  useEffect(() => setDraft(value), [value])
  const problem = draft === value ? null : refuse(draft)
  const commit = () => {
    if (draft === value) return
    if (problem === null) onChange(draft)
    else setDraft(value)
  }
  return (
    <Field label={label} error={problem} {...(hint ? { hint } : {})}>
      {(control) => (
        <Input
          {...control}
          value={draft}
          className={cn(mono && 'font-mono text-sm')}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter') commit()
            if (event.key === 'Escape') setDraft(value)
          }}
        />
      )}
    </Field>
  )
}
