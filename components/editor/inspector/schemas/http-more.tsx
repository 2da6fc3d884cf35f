'use client'

import type { JsonMap } from '@/components/editor/inspector/key-values'
import type { FieldValue } from '@/components/editor/inspector/value-kind'
import { flag, lines, number, text } from './form-schema'
import { SchemaField } from './schema-field'

const FIELDS = [
  text('contentType', 'Content type', { placeholder: 'application/json' }),
  lines('accept', 'Accepts', { placeholder: 'application/json' }),
  lines('acceptedStatusCodes', 'Also a success', { hint: 'Status codes besides 2xx, one in each line: 404 or 4xx.' }),
  number('connectionTimeOut', 'Connects within … ms', { placeholder: '3000' }),
  number('readTimeOut', 'Answers within … ms', { placeholder: '3000' }),
  flag('asyncComplete', 'Stays open', { hint: 'Until somebody completes it; otherwise it is done with the answer.' }),
]

interface HttpMoreProps {
  readonly request: JsonMap
  readonly onChange: (key: string, value: FieldValue | undefined) => void
}

/** What few requests need. */
export function HttpMore({ request, onChange }: HttpMoreProps) {
  const isSet = FIELDS.some(({ path: [key = ''] }) => request[key] !== undefined)
  return (
    <details open={isSet || undefined}>
      <summary className="cursor-pointer text-sm font-medium text-text-2">Content types, timeouts, success</summary>
      <div className="grid gap-3 pt-3">
        {FIELDS.map((field) => {
          const [key = ''] = field.path
          return (
            <SchemaField
              key={key}
              field={field}
              value={request[key]}
              onChange={(value) => onChange(key, value === false ? undefined : value)}
            />
          )
        })}
      </div>
    </details>
  )
}
