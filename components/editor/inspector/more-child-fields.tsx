'use client'

import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { ChildParam, ChildParamPatch } from './child-param'
import { TextField } from './text-field'
import { textOf } from './value-kind'

const STRATEGIES = ['RETURN_EXISTING', 'FAIL', 'FAIL_ON_RUNNING'] as const
const NONE = 'none'

interface MoreChildFieldsProps {
  readonly param: ChildParam
  readonly change: (patch: ChildParamPatch, field?: string) => void
}

/** How a child starts, where that is not as usual. */
export function MoreChildFields({ param, change }: MoreChildFieldsProps) {
  const { idempotencyKey, idempotencyStrategy, priority } = param
  const isSet = [idempotencyKey, idempotencyStrategy, priority].some((value) => value !== undefined && value !== null)
  return (
    <details open={isSet || undefined} className="grid gap-3">
      <summary className="cursor-pointer text-sm font-medium text-text-2">How it starts</summary>
      <div className="grid gap-3 pt-3">
        <TextField
          label="Priority"
          mono
          expressions
          value={textOf(priority)}
          placeholder="That of this execution"
          hint="0 to 99; larger is sooner."
          onChange={(text) =>
            change({ priority: text === '' ? undefined : /^\d+$/.test(text) ? Number(text) : text }, 'priority')
          }
        />
        <TextField
          label="Idempotency key"
          mono
          expressions
          value={idempotencyKey ?? ''}
          hint="At most one execution has it; with a strategy and no key, that of this execution."
          onChange={(text) => change({ idempotencyKey: text || undefined }, 'idempotencyKey')}
        />
        <Field label="When the key is taken">
          {(control) => (
            <Select
              {...control}
              value={idempotencyStrategy ?? NONE}
              onValueChange={(next) =>
                change({ idempotencyStrategy: STRATEGIES.find((strategy) => strategy === next) })
              }
              options={[
                { value: NONE, label: 'Start one more' },
                ...STRATEGIES.map((value) => ({ value, label: value })),
              ]}
            />
          )}
        </Field>
      </div>
    </details>
  )
}
