'use client'

import { Field } from '@/components/ui/field'
import { type FieldProblem, problemAt } from '@/components/ui/field-problem'
import { Input } from '@/components/ui/input'
import { Switch } from '@/components/ui/switch'
import type { TaskDefInput } from '@/server/model/task-def'
import { SchemaChoice } from './schema-choice'
import { Group, TASK_DEFINITION_FIELDS, TaskDefinitionFields } from './task-definition-fields'

export interface TaskDefinitionFormProps {
  readonly draft: TaskDefInput
  readonly isNew: boolean
  readonly problems: readonly FieldProblem[]
  readonly onChange: (change: Partial<TaskDefInput>) => void
}

/** What this form shows; `isNew`: with the name. */
export function shownFields(isNew: boolean): readonly string[] {
  return [...(isNew ? ['name'] : []), 'description', ...TASK_DEFINITION_FIELDS]
}

/** The definition field by field; what has no field here is kept as it stands in the JSON. */
export function TaskDefinitionForm({ draft, isNew, problems, onChange }: TaskDefinitionFormProps) {
  const enforces = draft.enforceSchema === true
  return (
    <div className="grid gap-5">
      <div className="grid gap-2.5">
        {isNew ? (
          <TextField
            label="Name"
            isMono
            value={draft.name}
            error={problemAt(problems, 'name')}
            onChange={(name) => onChange({ name: name ?? '' })}
          />
        ) : null}
        <TextField
          label="Description"
          value={draft.description}
          error={problemAt(problems, 'description')}
          onChange={(description) => onChange({ description })}
        />
      </div>
      <TaskDefinitionFields draft={draft} problems={problems} onChange={onChange} />
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
  readonly error: string | null
  readonly onChange: (value: string | undefined) => void
}

function TextField({ label, isMono, value, error, onChange }: TextFieldProps) {
  return (
    <Field label={label} error={error}>
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
