'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Chip } from './chip'
import { describeStart, SINCE_WORDS } from './describe-start'
import { type RunChips, SINCE } from './use-run-filter'

export interface StartedChipProps {
  readonly chips: RunChips
  readonly onChange: (chips: Partial<RunChips>) => void
}

/** When a run started: a span up to now, or between two moments. */
export function StartedChip({ chips, onChange }: StartedChipProps) {
  const [isOpen, setOpen] = useState(false)
  const apply = (next: Partial<RunChips>) => {
    onChange({ since: null, from: null, to: null, ...next })
    setOpen(false)
  }
  return (
    <Chip label="Started" value={describeStart(chips)} onClear={() => apply({})} open={isOpen} onOpenChange={setOpen}>
      <div className="grid w-64 gap-3">
        <div className="grid grid-cols-2 gap-2">
          {SINCE.map((since) => (
            <Button key={since} aria-pressed={chips.since === since} onClick={() => apply({ since })}>
              {SINCE_WORDS[since]}
            </Button>
          ))}
        </div>
        <form
          className="grid gap-2 border-t pt-3"
          onSubmit={(event) => {
            event.preventDefault()
            const data = new FormData(event.currentTarget)
            apply({ from: toTime(data.get('from')), to: toTime(data.get('to')) })
          }}
        >
          <Field label="After">{(control) => <Input {...control} name="from" type="datetime-local" />}</Field>
          <Field label="Before">{(control) => <Input {...control} name="to" type="datetime-local" />}</Field>
          <Button type="submit">Apply</Button>
        </form>
      </div>
    </Chip>
  )
}

function toTime(text: FormDataEntryValue | null): number | null {
  const time = Date.parse(String(text ?? ''))
  return Number.isNaN(time) ? null : time
}
