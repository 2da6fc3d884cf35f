'use client'

import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import type { TaskDefInput } from '@/server/model/task-def'
import { SchemaChoice } from './schema-choice'
import { Group, TaskDefinitionFields } from './task-definition-fields'

export interface TaskDefinitionFormProps {
  readonly draft: TaskDefInput
  readonly isNew: boolean
  readonly onChange: (change: Partial<TaskDefInput>) => void
}

/** The definition field by field; what has no field here is kept as it stands in the JSON. */
export function TaskDefinitionForm({ draft, isNew, onChange }: TaskDefinitionFormProps) {
  const enforces = draft.enforceSchema === true
  return (
    <div className="grid gap-5">
      <div className="grid gap-2.5">
        {isNew ? (
          <TextField label="Name" isMono value={draft.name} onChange={(name) => onChange({ name: name ?? '' })} />
        ) : null}
        <TextField
          label="Description"
          value={draft.description}
          onChange={(description) => onChange({ description })}
        />
      </div>
      <TaskDefinitionFields draft={draft} onChange={onChange} />
      <Group title="Schemas">
        <SchemaChoice
          label="Of its input"
          value={draft.inputSchema}
          onChange={(inputSchema) => onChange({ inputSchema })}
        />
        <SchemaChoice
          label="Of its output"
          value={draft.outputSchema}
          onChange={(outputSchema) => onChange({ outputSchema })}
        />
        <div className="col-span-2 flex items-center gap-3">
          <Switch
            label="What does not fit its schema fails the task"
            checked={enforces}
            onCheckedChange={(enforceSchema) => onChange({ enforceSchema })}
          />
          <span aria-hidden className="text-text-2">
            What does not fit its schema fails the task
          </span>
        </div>
      </Group>
    </div>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly isMono?: boolean
  readonly value: string | null | undefined
  readonly onChange: (value: string | undefined) => void
}

function TextField({ label, isMono, value, onChange }: TextFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          spellCheck={!isMono}
          className={isMono ? 'font-mono' : ''}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        />
      )}
    </Field>
  )
}
