'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useSession } from '@/components/editor/session'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { JsonField } from './json-field'
import { KeyValueRow } from './key-value-row'
import type { FieldValue } from './value-kind'

export type JsonMap = Record<string, FieldValue>

export interface KeyValuesProps {
  readonly label: string
  readonly value: JsonMap
  readonly onChange: (value: JsonMap, field?: string) => void
  /** Keys that other fields of the form show. */
  readonly hidden?: readonly string[]
  readonly addLabel?: string
  /** Where more than the key has to follow its new name. */
  readonly onRename?: (from: string, to: string) => void
}

const VIEWS = [
  { value: 'fields', label: 'Fields' },
  { value: 'json', label: 'JSON' },
] as const

/** An object as rows of key and value, or as JSON. */
export function KeyValues({ label, value, onChange, hidden = [], addLabel = 'Add field', onRename }: KeyValuesProps) {
  const { editable } = useSession()
  const [view, setView] = useState<'fields' | 'json'>('fields')
  const shown = Object.entries(value).filter(([key]) => !hidden.includes(key))
  const kept = Object.fromEntries(Object.entries(value).filter(([key]) => hidden.includes(key)))
  const replace = (entries: readonly (readonly [string, FieldValue])[], field?: string) =>
    onChange({ ...kept, ...Object.fromEntries(entries) }, field)
  return (
    <section aria-label={label} className="grid gap-2">
      <header className="flex items-center justify-between">
        <h3 className="text-sm font-medium text-text-2">{label}</h3>
        <Segmented label={`Show ${label.toLowerCase()} as`} value={view} onValueChange={setView} options={VIEWS} />
      </header>
      {view === 'json' ? (
        <JsonField
          label={`${label} as JSON`}
          value={Object.fromEntries(shown)}
          onChange={(next) => isMap(next) && onChange({ ...kept, ...next }, label)}
        />
      ) : (
        <>
          {shown.map(([key, item], i) => (
            <KeyValueRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its position, so that renaming its key keeps the focus
              key={i}
              name={key}
              value={item}
              taken={Object.keys(value)}
              onRename={(next) =>
                onRename ? onRename(key, next) : replace(shown.map((entry, at) => (at === i ? [next, item] : entry)))
              }
              onChange={(next) =>
                replace(
                  shown.map((entry, at) => (at === i ? [key, next] : entry)),
                  `${label} ${key}`,
                )
              }
              onRemove={() => replace(shown.filter((_, at) => at !== i))}
            />
          ))}
          {editable ? (
            <Button
              variant="ghost"
              className="justify-self-start"
              onClick={() => replace([...shown, [freeKey(value), '']])}
            >
              <Plus aria-hidden strokeWidth={1.5} />
              {addLabel}
            </Button>
          ) : null}
        </>
      )}
    </section>
  )
}

function freeKey(value: JsonMap): string {
  for (let n = 1; ; n++) {
    const key = n === 1 ? 'field' : `field${n}`
    if (!Object.hasOwn(value, key)) return key
  }
}

function isMap(value: unknown): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
