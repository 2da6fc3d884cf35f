'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { Select } from '@/components/ui/select'
import type { ChildParam, ChildParamPatch } from './child-param'
import { ChoiceOrExpression } from './choice-or-expression'
import { MoreChildFields } from './more-child-fields'
import type { TaskFormProps } from './task-form-props'
import { textOf } from './value-kind'
import { WorkflowNameField } from './workflow-name-field'

const NEWEST = 'newest'

export function SubWorkflowFields({ task, edit }: TaskFormProps) {
  const param = task.subWorkflowParam ?? {}
  const isInline = param.workflowDefinition !== undefined && param.workflowDefinition !== null
  const change = (patch: ChildParamPatch, field?: string) => {
    const entries = Object.entries({ ...param, ...patch }).filter(([, value]) => value !== undefined)
    edit({ subWorkflowParam: Object.fromEntries(entries) as ChildParam }, field)
  }
  return (
    <section className="grid gap-3">
      {isInline ? (
        <p className="rounded-md bg-surface-2 p-2.5 text-sm text-text-2">
          It runs a definition of its own, which stands in the JSON as workflowDefinition.
        </p>
      ) : null}
      <WorkflowNameField value={param.name ?? ''} onChange={(name) => change({ name }, 'child name')} />
      <VersionField
        name={param.name ?? ''}
        value={textOf(param.version)}
        onChange={(version) => change({ version }, 'child version')}
      />
      <MoreChildFields param={param} change={change} />
    </section>
  )
}

interface VersionFieldProps {
  readonly name: string
  readonly value: string
  /** Undefined: the newest. */
  readonly onChange: (version: number | string | undefined) => void
}

function VersionField({ name, value, onChange }: VersionFieldProps) {
  const trpc = useTRPC()
  const { data: catalog = [] } = useQuery(trpc.executions.catalog.queryOptions())
  const known = (catalog.find((one) => one.name === name)?.versions ?? []).map(String)
  const options = [NEWEST, ...(value === '' || known.includes(value) ? known : [value, ...known])]
  const give = (next: string) =>
    onChange(next === NEWEST || next === '' ? undefined : /^\d+$/.test(next) ? Number(next) : next)
  return (
    <ChoiceOrExpression
      label="Version"
      value={value}
      placeholder="${workflow.input.version}"
      onChange={give}
      choice={(control) => (
        <Select
          {...control}
          value={value === '' ? NEWEST : value}
          onValueChange={give}
          options={options.map((one) => ({ value: one, label: one === NEWEST ? 'Newest' : `v${one}` }))}
        />
      )}
    />
  )
}
