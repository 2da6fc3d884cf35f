'use client'

import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ExpressionInput } from '@/components/editor/expressions/expression-input'
import { useSession } from '@/components/editor/session'
import { Input } from '@/components/ui/input'
import { Menu, MenuContent, MenuItem, MenuTrigger } from '@/components/ui/menu'
import { convert, type FieldValue, kindOf, readValue, textOf, VALUE_KINDS } from './value-kind'

export interface KeyValueRowProps {
  readonly name: string
  readonly value: FieldValue
  readonly taken: readonly string[]
  readonly onRename: (name: string) => void
  readonly onChange: (value: FieldValue) => void
  readonly onRemove: () => void
}

export function KeyValueRow({ name, value, taken, onRename, onChange, onRemove }: KeyValueRowProps) {
  const { editable } = useSession()
  const [key, setKey] = useState(name)
  useEffect(() => setKey(name), [name])
  const isRefused = key !== name && (key.trim() === '' || taken.includes(key))
  const commitKey = () => {
    if (isRefused) setKey(name)
    else if (key !== name) onRename(key)
  }
  return (
    <div className="group grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)_44px] items-center gap-1.5">
      <Input
        aria-label="Key"
        aria-invalid={isRefused || undefined}
        title={key}
        value={key}
        className="font-mono text-sm"
        onChange={(event) => setKey(event.target.value)}
        onBlur={commitKey}
        onKeyDown={(event) => event.key === 'Enter' && commitKey()}
      />
      <ValueInput name={name} value={value} onChange={onChange} />
      <div className="flex items-center justify-between">
        <KindMenu name={name} value={value} onChange={onChange} />
        {editable ? (
          <button
            type="button"
            aria-label={`Remove ${name}`}
            onClick={onRemove}
            className="-mr-1 inline-flex size-6 items-center justify-center rounded-md text-text-3 opacity-0 hover:bg-surface-2 hover:text-text focus-visible:opacity-100 group-focus-within:opacity-100 group-hover:opacity-100"
          >
            <X className="size-3.5" strokeWidth={1.5} aria-hidden />
          </button>
        ) : null}
      </div>
    </div>
  )
}

type ValueProps = Pick<KeyValueRowProps, 'name' | 'value' | 'onChange'>

function ValueInput({ name, value, onChange }: ValueProps) {
  const kind = kindOf(value)
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? textOf(value)
  const isInvalid = draft !== null && readValue(draft, kind) === undefined
  if (kind === 'string') {
    return (
      <ExpressionInput aria-label={`Value of ${name}`} value={text} className="font-mono text-sm" onChange={onChange} />
    )
  }
  if (kind === 'null')
    return <Input aria-label={`Value of ${name}`} disabled value="null" className="font-mono text-sm" />
  return (
    <ExpressionInput
      aria-label={`Value of ${name}`}
      aria-invalid={isInvalid || undefined}
      title={text}
      value={text}
      className="font-mono text-sm"
      write={kind === 'object' || kind === 'list' ? (written) => JSON.stringify(written).slice(1, -1) : undefined}
      onChange={(typed) => {
        // An expression in place of a number is a text; inside of an object it stands in one.
        const read = readValue(typed, kind) ?? (typed.trimStart().startsWith('${') ? typed : undefined)
        setDraft(read === undefined ? typed : null)
        if (read !== undefined) onChange(read)
      }}
      onBlur={() => setDraft(null)}
    />
  )
}

function KindMenu({ name, value, onChange }: ValueProps) {
  return (
    <Menu>
      <MenuTrigger aria-label={`Type of ${name}`} className="h-6 rounded-sm text-xs text-text-3 hover:text-text">
        {SHORT[kindOf(value)]}
      </MenuTrigger>
      <MenuContent align="end">
        {VALUE_KINDS.map((kind) => (
          <MenuItem key={kind} onSelect={() => onChange(convert(value, kind))}>
            {kind}
          </MenuItem>
        ))}
      </MenuContent>
    </Menu>
  )
}

const SHORT = { string: 'text', number: 'num', boolean: 'bool', object: '{ }', list: '[ ]', null: 'null' } as const
