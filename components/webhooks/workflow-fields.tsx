'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { type FieldProblem, problemAt } from '@/components/ui/field-problem'
import { Textarea } from '@/components/ui/textarea'
import type { WebhookForm } from './webhook-form'

export interface WorkflowFieldsProps {
  readonly form: WebhookForm
  readonly problems: readonly FieldProblem[]
  readonly onChange: (part: Partial<WebhookForm>) => void
}

const LINES = 'One workflow in each line; v2 behind it means that version.'

/** What an event of the webhook leads to. */
export function WorkflowFields({ form, problems, onChange }: WorkflowFieldsProps) {
  const { data: catalog = [] } = useQuery(useTRPC().executions.catalog.queryOptions())
  const names = catalog.map(({ name, description }) => ({ value: name, hint: description ?? '' }))
  const workflows = [
    ['starts', 'workflowsToStart', 'Workflows that each event starts', `${LINES} The event is their input.`],
    ['receivers', 'receiverWorkflowNamesToVersions', 'Workflows whose tasks wait for its events', LINES],
  ] as const
  return (
    <>
      {workflows.map(([key, path, label, hint]) => (
        <div key={key} className="grid gap-1.5">
          <Lines
            label={label}
            hint={hint}
            error={problemAt(problems, path)}
            value={form[key]}
            onChange={(value) => onChange({ [key]: value })}
          />
          <Combobox
            label={`Add to: ${label}`}
            value={null}
            placeholder="Add a workflow"
            options={names}
            onValueChange={(name) => onChange({ [key]: `${form[key].trimEnd()}\n${name}`.trimStart() })}
          />
        </div>
      ))}
      <Lines
        label="Only events for which"
        hint={'A script over the event, for example $.action == "opened". Empty: all of them.'}
        error={problemAt(problems, 'expression')}
        value={form.expression}
        onChange={(expression) => onChange({ expression })}
      />
    </>
  )
}

interface LinesProps {
  readonly label: string
  readonly hint: string
  readonly error: string | null
  readonly value: string
  readonly onChange: (value: string) => void
}

function Lines({ label, hint, error, value, onChange }: LinesProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Textarea
          {...control}
          rows={2}
          spellCheck={false}
          className="min-h-0 font-mono text-sm leading-5"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
