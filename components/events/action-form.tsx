'use client'

import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useId } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { InputControl } from '@/components/execution/input-control'
import { Alert } from '@/components/ui/alert'
import { Field } from '@/components/ui/field'
import { type FieldProblem, problemAt, problemBeside } from '@/components/ui/field-problem'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { Json, JsonObject } from '@/server/model/json'
import {
  ACTION_FIELDS,
  type ActionField,
  detailsOf,
  type ShownActionType,
  typeOf,
  withField,
  withType,
} from './action-text'
import { ACTION_EXAMPLES } from './handler-form'

export interface ActionFormProps {
  readonly number: number
  readonly action: JsonObject
  readonly problems: readonly FieldProblem[]
  readonly onChange: (action: JsonObject) => void
  readonly onRemove: () => void
}

const TYPES = Object.entries(ACTION_EXAMPLES).map(([value, { label }]) => ({ value: value as ShownActionType, label }))

/** One action of a handler, field by field. */
export function ActionForm({ number, action, problems, onChange, onRemove }: ActionFormProps) {
  const type = typeOf(action) ?? 'start_workflow'
  const details = detailsOf(action)
  const shown = ACTION_FIELDS[type].filter(({ kind }) => kind !== 'flag').map(({ key }) => `${type}.${key}`)
  const other = problemBeside(problems, shown)
  return (
    <fieldset className="grid min-w-0 gap-2.5 rounded-lg border p-3">
      <legend className="sr-only">Action {number}</legend>
      <div className="flex items-center gap-2">
        <Select
          label={`Kind of action ${number}`}
          className="min-w-48"
          value={type}
          onValueChange={(next) => onChange(withType(action, next))}
          options={TYPES}
        />
        <span className="flex-1" />
        <IconButton label={`Remove action ${number}`} icon={Trash2} onClick={onRemove} />
      </div>
      <div className="grid gap-x-3 gap-y-2.5 sm:grid-cols-2">
        {ACTION_FIELDS[type].map((field) => (
          <ActionControl
            key={`${type} ${field.key}`}
            field={field}
            value={details[field.key]}
            error={problemAt(problems, `${type}.${field.key}`)}
            onChange={(value) => onChange(withField(action, field.key, value))}
          />
        ))}
      </div>
      <Flag
        label="Read JSON inside the message's texts"
        checked={action.expandInlineJSON === true}
        onChange={(expandInlineJSON) => onChange({ ...action, expandInlineJSON })}
      />
      {other === null ? null : <Alert>{other}</Alert>}
    </fieldset>
  )
}

interface ActionControlProps {
  readonly field: ActionField
  readonly value: Json | undefined
  readonly error: string | null
  readonly onChange: (value: Json | undefined) => void
}

function ActionControl({ field, value, error, onChange }: ActionControlProps) {
  const list = useId()
  if (field.kind === 'flag') return <Flag label={field.label} checked={value === true} onChange={onChange} />
  if (field.kind === 'json') {
    const described = { name: field.label, kind: 'json', required: false, description: null, options: [] } as const
    return (
      <div className="sm:col-span-2">
        <InputControl field={described} value={value} error={error} onChange={onChange} />
      </div>
    )
  }
  return (
    <Field label={field.label} error={error}>
      {(control) => (
        <>
          <Input
            {...control}
            spellCheck={false}
            className="font-mono"
            placeholder={field.placeholder}
            list={field.kind === 'workflow' ? list : undefined}
            value={value === undefined || value === null ? '' : String(value)}
            onChange={(event) => onChange(event.target.value || undefined)}
          />
          {field.kind === 'workflow' ? <WorkflowNames id={list} /> : null}
        </>
      )}
    </Field>
  )
}

/** The names that there are, to choose from; a name may also come out of the message. */
function WorkflowNames({ id }: { readonly id: string }) {
  const { data } = useQuery(useTRPC().executions.catalog.queryOptions())
  return (
    <datalist id={id}>
      {(data ?? []).map(({ name }) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}

interface FlagProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

function Flag({ label, checked, onChange }: FlagProps) {
  const id = useId()
  return (
    <span className="flex items-center gap-2.5">
      <Switch id={id} checked={checked} onCheckedChange={onChange} />
      <label htmlFor={id} className="text-sm text-text-2">
        {label}
      </label>
    </span>
  )
}
