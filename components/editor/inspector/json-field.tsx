'use client'

import { useEffect, useRef, useState } from 'react'
import { ExpressionInput } from '@/components/editor/expressions/expression-input'

export interface JsonFieldProps {
  readonly label: string
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly rows?: number
}

/** A JSON value as text, or one `${…}` that yields it: it takes effect whenever it parses, and says so when it does not. */
export function JsonField({ label, value, onChange, rows = 6 }: JsonFieldProps) {
  const [text, setText] = useState(() => format(value))
  const own = useRef(value)
  useEffect(() => {
    if (own.current === value) return
    own.current = value
    setText(format(value))
  }, [value])
  const parsed = parse(text)
  return (
    <div className="grid gap-1">
      <ExpressionInput
        aria-label={label}
        aria-invalid={parsed === null || undefined}
        rows={rows}
        className="font-mono text-sm"
        value={text}
        write={(name) => (isExpression(text) ? name : JSON.stringify(name).slice(1, -1))}
        onChange={(typed) => {
          setText(typed)
          const next = parse(typed)
          if (next === null) return
          own.current = next.value
          onChange(next.value)
        }}
      />
      {parsed === null ? (
        <p role="alert" className="text-sm text-status-failed">
          This is not JSON yet; the definition keeps the last value that was.
        </p>
      ) : null}
    </div>
  )
}

/** Nothing but one expression needs no quotes. */
function isExpression(text: string): boolean {
  return /^\s*\$\{[^{}"\n]*\}?\s*$/.test(text)
}

function format(value: unknown): string {
  if (typeof value === 'string' && isExpression(value)) return value
  return value === undefined ? '' : JSON.stringify(value, null, 2)
}

/** Nothing at all is no value: the field is left out. */
function parse(text: string): { readonly value: unknown } | null {
  if (text.trim() === '') return { value: undefined }
  if (isExpression(text)) return { value: text.trim() }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return null
  }
}
