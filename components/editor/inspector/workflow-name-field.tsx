'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { Combobox } from '@/components/ui/combobox'
import { ChoiceOrExpression } from './choice-or-expression'

interface WorkflowNameFieldProps {
  readonly value: string
  readonly onChange: (name: string) => void
}

/** A workflow of the namespace, or an expression that yields its name. */
export function WorkflowNameField({ value, onChange }: WorkflowNameFieldProps) {
  const trpc = useTRPC()
  const { data: catalog = [] } = useQuery(trpc.executions.catalog.queryOptions())
  return (
    <ChoiceOrExpression
      label="Workflow"
      value={value}
      placeholder="${workflow.input.child}"
      onChange={onChange}
      choice={(control) => (
        <Combobox
          {...control}
          label="Workflow"
          value={value || null}
          placeholder="Choose a workflow"
          options={catalog.map((one) => ({ value: one.name, hint: one.description ?? '' }))}
          onValueChange={onChange}
        />
      )}
    />
  )
}
