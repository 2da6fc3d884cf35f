'use client'

import { Info } from 'lucide-react'
import { KeyValues } from '@/components/editor/inspector/key-values'
import { inputsOf, type TaskFormProps } from '@/components/editor/inspector/task-form-props'
import type { FieldValue } from '@/components/editor/inspector/value-kind'
import { ScriptField } from '@/components/editor/scripts/script-field'
import { taskType } from '@/components/graph/definition'
import { readAt, type Values, writeAt } from './field-path'
import type { FormField } from './form-schema'
import { FORM_SCHEMAS } from './form-schemas'
import { SchemaField } from './schema-field'

/** The form of a task type as its table entry says, and the inputs that no field of it shows. */
export function SchemaForm(props: TaskFormProps) {
  const { task, edit } = props
  const { fields, inputs, note } = FORM_SCHEMAS[taskType(task)] ?? { fields: [], inputs: 'Inputs' }
  const own = inputsOf(task)
  const whole = task as unknown as Values
  const change = (field: FormField, value: FieldValue | undefined) => {
    const key = field.path.join('.')
    if (field.in === 'task') edit({ [field.path[0] ?? '']: value }, key)
    else edit({ inputParameters: { ...writeAt(own, field.path, value) } }, key)
  }
  const hidden = fields.flatMap((field) => (field.in === 'inputs' ? field.path.slice(0, 1) : []))
  return (
    <>
      {note ? (
        <p className="flex gap-2 rounded-md bg-surface-2 p-2.5 text-sm text-text-2">
          <Info aria-hidden className="size-4 shrink-0" strokeWidth={1.5} />
          {note}
        </p>
      ) : null}
      {fields.map((field) =>
        field.kind === 'script' ? (
          <ScriptField key={field.path.join('.')} {...props} />
        ) : (
          <SchemaField
            key={field.path.join('.')}
            field={field}
            value={readAt(field.in === 'task' ? whole : own, field.path)}
            onChange={(value) => change(field, value)}
          />
        ),
      )}
      {inputs === null ? null : (
        <KeyValues
          label={inputs}
          value={own}
          hidden={hidden}
          onChange={(inputParameters, field) => edit({ inputParameters }, field)}
        />
      )}
    </>
  )
}
