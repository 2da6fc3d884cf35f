'use client'

import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { CatalogEntry } from '@/server/model/catalog'

export interface WorkflowPickerProps {
  readonly catalog: readonly CatalogEntry[]
  readonly name: string | null
  /** Null: whatever is the newest when it starts. */
  readonly version: number | null
  readonly error?: string | null
  readonly onPick: (picked: { name: string | null; version: number | null }) => void
}

const NEWEST = 'newest'

export function WorkflowPicker({ catalog, name, version, error = null, onPick }: WorkflowPickerProps) {
  const entry = catalog.find((one) => one.name === name)
  const versions = entry?.versions ?? []
  return (
    <div className="grid gap-3 sm:grid-cols-[1fr_160px]">
      <Field label="Workflow" error={error}>
        {(control) => (
          <Combobox
            {...control}
            label="Workflow"
            value={name}
            placeholder="Search by name"
            options={catalog.map((one) => ({ value: one.name, hint: one.description ?? '' }))}
            onValueChange={(next) => onPick({ name: next, version: null })}
          />
        )}
      </Field>
      <Field label="Version">
        {(control) => (
          <Select
            {...control}
            value={version === null ? NEWEST : String(version)}
            disabled={name === null}
            onValueChange={(next) => onPick({ name, version: next === NEWEST ? null : Number(next) })}
            options={[
              { value: NEWEST, label: versions[0] === undefined ? 'Newest' : `Newest (v${versions[0]})` },
              ...versions.map((one) => ({ value: String(one), label: `v${one}` })),
            ]}
          />
        )}
      </Field>
    </div>
  )
}
