'use client'

import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

export interface InputJsonProps {
  readonly text: string
  readonly problem: string | null
  readonly onChange: (text: string) => void
  readonly onSubmit: () => void
}

export function InputJson({ text, problem, onChange, onSubmit }: InputJsonProps) {
  return (
    <Field label="Input as JSON" error={problem}>
      {(control) => (
        <Textarea
          {...control}
          className="min-h-56 font-mono text-sm leading-5"
          spellCheck={false}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) onSubmit()
          }}
        />
      )}
    </Field>
  )
}
