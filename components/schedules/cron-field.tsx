'use client'

import { useState } from 'react'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { CRON_EXAMPLES } from './cron-words'
import { NextTimes } from './next-times'

export interface CronFieldProps {
  readonly cronExpression: string
  readonly zoneId: string
  readonly error: string | null
  readonly onChange: (change: { cronExpression?: string; zoneId?: string }) => void
}

/** When it runs: an expression, examples to begin with, its zone, and what comes of them. */
export function CronField({ cronExpression, zoneId, error, onChange }: CronFieldProps) {
  const [zones] = useState(() => ['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value })))
  return (
    <div className="grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-[1fr_200px]">
        <Field label="Cron expression" hint="Second, minute, hour, day, month, weekday" error={error}>
          {(control) => (
            <Input
              {...control}
              required
              spellCheck={false}
              className="font-mono"
              value={cronExpression}
              onChange={(event) => onChange({ cronExpression: event.target.value })}
            />
          )}
        </Field>
        <Field label="Time zone">
          {(control) => (
            <Combobox
              {...control}
              label="Time zone"
              value={zoneId}
              options={zones}
              onValueChange={(value) => onChange({ zoneId: value })}
            />
          )}
        </Field>
      </div>
      <ul aria-label="Examples" className="flex flex-wrap gap-1.5">
        {CRON_EXAMPLES.map(({ value, label }) => (
          <li key={value}>
            <button
              type="button"
              aria-pressed={value === cronExpression}
              className="h-6 rounded-full border px-2.5 text-sm text-text-2 hover:bg-surface-2 aria-pressed:border-accent aria-pressed:text-text"
              onClick={() => onChange({ cronExpression: value })}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
      <NextTimes cronExpression={cronExpression} zoneId={zoneId} />
    </div>
  )
}
