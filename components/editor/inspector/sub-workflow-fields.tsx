'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { TaskFormProps } from './task-form-props'

const NEWEST = 'newest'

export function SubWorkflowFields({ task, edit }: TaskFormProps) {
  const trpc = useTRPC()
  const { data: catalog = [] } = useQuery(trpc.executions.catalog.queryOptions())
  const param = task.subWorkflowParam ?? {}
  const versions = catalog.find((one) => one.name === param.name)?.versions ?? []
  const version = param.version === null || param.version === undefined ? NEWEST : String(param.version)
  const known = versions.map(String)
  const options = [NEWEST, ...(version === NEWEST || known.includes(version) ? known : [version, ...known])]
  return (
    <section className="grid grid-cols-[1fr_110px] gap-2">
      <Field label="Workflow">
        {(control) => (
          <Combobox
            {...control}
            label="Workflow"
            value={param.name || null}
            placeholder="Choose a workflow"
            options={catalog.map((one) => ({ value: one.name, hint: one.description ?? '' }))}
            onValueChange={(name) => edit({ subWorkflowParam: { ...param, name } })}
          />
        )}
      </Field>
      <Field label="Version">
        {(control) => (
          <Select
            {...control}
            value={version}
            onValueChange={(next) => {
              const { version: _, ...others } = param
              edit({ subWorkflowParam: next === NEWEST ? others : { ...others, version: Number(next) } })
            }}
            options={options.map((value) => ({ value, label: value === NEWEST ? 'Newest' : `v${value}` }))}
          />
        )}
      </Field>
    </section>
  )
}
