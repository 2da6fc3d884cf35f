'use client'

import { InputControl } from '@/components/execution/input-control'
import { type ParsedInput, setField } from '@/components/execution/input-text'
import type { InputField } from '@/components/execution/schema-fields'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Textarea } from '@/components/ui/textarea'
import type { Json } from '@/server/model/json'

export type AnswerMode = 'form' | 'json'

export interface AnswerOutputProps {
  readonly fields: readonly InputField[]
  readonly mode: AnswerMode
  readonly onMode: (mode: AnswerMode) => void
  readonly text: string
  readonly output: ParsedInput
  readonly onChange: (text: string) => void
}

/** What a person answers: the fields that are known, or any JSON; one text is behind both. */
export function AnswerOutput({ fields, mode, onMode, text, output, onChange }: AnswerOutputProps) {
  const isForm = mode === 'form' && output.ok && fields.length > 0
  return (
    <>
      {fields.length > 0 ? (
        <Segmented
          label="Answer as"
          className="w-fit"
          value={isForm ? 'form' : 'json'}
          onValueChange={onMode}
          options={[
            { value: 'form', label: 'Form' },
            { value: 'json', label: 'JSON' },
          ]}
        />
      ) : null}
      {isForm ? (
        fields.map((field) => (
          <InputControl
            key={field.name}
            field={field}
            value={output.value[field.name]}
            onChange={(next: Json | undefined) => onChange(setField(text, field.name, next))}
          />
        ))
      ) : (
        <Field label="Output, as JSON" error={output.ok ? null : output.message}>
          {(control) => (
            <Textarea
              {...control}
              spellCheck={false}
              rows={Math.min(8, text.split('\n').length)}
              placeholder='{ "approved": true }'
              className="min-h-8 font-mono text-sm leading-5"
              value={text}
              onChange={(event) => onChange(event.target.value)}
            />
          )}
        </Field>
      )}
    </>
  )
}
