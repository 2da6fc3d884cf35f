'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { TaskDefInput } from '@/server/model/task-def'

type SchemaRef = NonNullable<TaskDefInput['inputSchema']>

export interface SchemaChoiceProps {
  readonly label: string
  readonly value: SchemaRef | null | undefined
  /** Undefined: none. */
  readonly onChange: (value: SchemaRef | undefined) => void
}

const NONE = '-'

/** One of the registered schemas, in its newest version or in one that stays. */
export function SchemaChoice({ label, value, onChange }: SchemaChoiceProps) {
  const { data } = useQuery(useTRPC().schemas.list.queryOptions())
  const refs: SchemaRef[] = (data ?? []).flatMap(({ name, version }, at, all) =>
    all[at - 1]?.name === name ? [{ name, version }] : [{ name }, { name, version }],
  )
  if (value && !refs.some((one) => keyOf(one) === keyOf(value))) refs.unshift(value)
  return (
    <Field label={label}>
      {(control) => (
        <Select
          {...control}
          className="min-w-0"
          value={value ? keyOf(value) : NONE}
          onValueChange={(key) => onChange(refs.find((one) => keyOf(one) === key))}
          options={[
            { value: NONE, label: 'None' },
            ...refs.map((one) => ({
              value: keyOf(one),
              label: one.version ? `${one.name} v${one.version}` : `${one.name}, the newest`,
            })),
          ]}
        />
      )}
    </Field>
  )
}

function keyOf({ name, version }: SchemaRef): string {
  return version ? `${name}.${version}` : `${name}.`
}
