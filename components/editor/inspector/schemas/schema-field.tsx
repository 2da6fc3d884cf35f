'use client'

import { ChoiceOrExpression } from '@/components/editor/inspector/choice-or-expression'
import { JsonField } from '@/components/editor/inspector/json-field'
import { KeyValues } from '@/components/editor/inspector/key-values'
import { TextField } from '@/components/editor/inspector/text-field'
import { type FieldValue, textOf } from '@/components/editor/inspector/value-kind'
import { WorkflowNameField } from '@/components/editor/inspector/workflow-name-field'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { isValues, linesOf, linesText, numberOf } from './field-path'
import type { FormField } from './form-schema'

export interface SchemaFieldProps {
  readonly field: FormField
  readonly value: FieldValue | undefined
  /** Undefined takes it out of the definition. */
  readonly onChange: (value: FieldValue | undefined) => void
}

/** One field as its kind asks; a value that is an expression where another kind is meant is shown as its text. */
export function SchemaField(props: SchemaFieldProps) {
  const { field, value } = props
  const isExpression = typeof value === 'string' && value.includes('${')
  switch (field.kind) {
    case 'flag':
      return isExpression ? <AsText {...props} /> : <Flag {...props} />
    case 'choice':
      return <Choice {...props} />
    case 'map':
      return isExpression ? <AsText {...props} /> : <Entries {...props} />
    case 'json':
      return <Json {...props} />
    case 'lines':
      return <AsText {...props} rows={3} text={linesText(value)} read={linesOf} />
    case 'number':
      return <AsText {...props} read={numberOf} />
    case 'workflow':
      return <WorkflowNameField value={textOf(value)} onChange={props.onChange} />
    case 'script':
    case 'code':
      return <AsText {...props} rows={4} />
    case 'text':
      return <AsText {...props} />
  }
}

interface AsTextProps extends SchemaFieldProps {
  readonly rows?: number
  readonly text?: string
  readonly read?: (text: string) => FieldValue | undefined
}

function AsText({ field, value, onChange, rows, text = textOf(value), read = plain }: AsTextProps) {
  const { label, placeholder } = field
  const hint = hintOf(field, value)
  return (
    <TextField
      label={label}
      value={text}
      mono={field.kind !== 'text' || text.includes('${')}
      expressions={field.kind !== 'code'}
      onChange={(next) => onChange(read(next))}
      {...(rows === undefined ? {} : { rows })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(hint === '' ? {} : { hint })}
    />
  )
}

const plain = (text: string): FieldValue | undefined => (text === '' ? undefined : text)

function hintOf({ required, hint = '' }: FormField, value: FieldValue | undefined): string {
  const isEmpty = value === undefined || value === null || value === ''
  return required && isEmpty ? `Required. ${hint}`.trim() : hint
}

function Flag({ field, value, onChange }: SchemaFieldProps) {
  return (
    <Field
      label={field.label}
      {...(field.hint ? { hint: field.hint } : {})}
      className="grid-cols-[1fr_auto] items-center"
    >
      {(control) => (
        <Switch
          id={control.id}
          checked={value === true || value === 'true'}
          onCheckedChange={(checked) => onChange(checked)}
        />
      )}
    </Field>
  )
}

function Choice({ field, value, onChange }: SchemaFieldProps) {
  const hint = hintOf(field, value)
  const chosen = textOf(value)
  const known = field.options ?? []
  const options = chosen === '' || known.includes(chosen) ? known : [chosen, ...known]
  return (
    <ChoiceOrExpression
      label={field.label}
      value={chosen}
      {...(hint === '' ? {} : { hint })}
      onChange={(next) => onChange(plain(next))}
      choice={(control) => (
        <Select
          id={control.id}
          value={chosen === '' ? undefined : chosen}
          placeholder="Choose…"
          options={options.map((option) => ({ value: option, label: option }))}
          onValueChange={onChange}
        />
      )}
    />
  )
}

function Entries({ field, value, onChange }: SchemaFieldProps) {
  const hint = hintOf(field, value)
  return (
    <div className="grid gap-1">
      <KeyValues label={field.label} value={isValues(value) ? value : {}} onChange={(next) => onChange(next)} />
      {hint === '' ? null : <p className="text-sm text-text-3">{hint}</p>}
    </div>
  )
}

function Json({ field, value, onChange }: SchemaFieldProps) {
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-medium text-text-2">{field.label}</h3>
      <JsonField label={field.label} rows={3} value={value} onChange={(next) => onChange(next as FieldValue)} />
    </section>
  )
}
