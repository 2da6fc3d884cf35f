'use client'

import type { ReactNode } from 'react'
import { NumberField } from '@/components/editor/inspector/number-field'
import { Field } from '@/components/ui/field'
import { type FieldProblem, problemAt } from '@/components/ui/field-problem'
import { Select } from '@/components/ui/select'
import { RETRY_LOGICS, TASK_TIMEOUT_POLICIES, type TaskDefInput } from '@/server/model/task-def'

export interface TaskDefinitionFieldsProps {
  readonly draft: TaskDefInput
  readonly problems: readonly FieldProblem[]
  readonly onChange: (change: Partial<TaskDefInput>) => void
}

const LOGIC_WORDS: Readonly<Record<(typeof RETRY_LOGICS)[number], string>> = {
  FIXED: 'Always the same pause',
  EXPONENTIAL_BACKOFF: 'Each pause twice as long',
  LINEAR_BACKOFF: 'Each pause longer by one',
}
const POLICY_WORDS: Readonly<Record<(typeof TASK_TIMEOUT_POLICIES)[number], string>> = {
  RETRY: 'Retry it',
  TIME_OUT_WF: 'Time the workflow out',
  ALERT_ONLY: 'Only count it',
}

type NumberKey =
  | 'retryCount'
  | 'retryDelaySeconds'
  | 'backoffScaleFactor'
  | 'maxRetryDelaySeconds'
  | 'backoffJitterMs'
  | 'timeoutSeconds'
  | 'responseTimeoutSeconds'
  | 'pollTimeoutSeconds'
  | 'totalTimeoutSeconds'
  | 'concurrentExecLimit'
  | 'rateLimitPerFrequency'
  | 'rateLimitFrequencyInSeconds'

type NumberEntry = readonly [key: NumberKey, label: string, byDefault: string]

const RETRIES: readonly NumberEntry[] = [
  ['retryCount', 'Retries', '3'],
  ['retryDelaySeconds', 'Pause before a retry (s)', '60'],
  ['maxRetryDelaySeconds', 'Longest pause (s, 0: any)', '0'],
  ['backoffScaleFactor', 'Pauses grow by the factor', '1'],
  ['backoffJitterMs', 'Random extra pause, up to (ms)', '0'],
]
const TIMES: readonly NumberEntry[] = [
  ['timeoutSeconds', 'Time limit (s, 0: none)', '0'],
  ['responseTimeoutSeconds', 'Sign of life within (s)', '3600'],
  ['pollTimeoutSeconds', 'Picked up within (s)', 'never'],
  ['totalTimeoutSeconds', 'All attempts together (s, 0: any)', '0'],
]
const LIMITS: readonly NumberEntry[] = [
  ['concurrentExecLimit', 'At once, at most', 'any'],
  ['rateLimitPerFrequency', 'Starts per period (0: any)', '0'],
  ['rateLimitFrequencyInSeconds', 'Period (s)', '1'],
]

/** What stands there, as the definition calls it. */
export const TASK_DEFINITION_FIELDS: readonly string[] = [
  ...[...RETRIES, ...TIMES, ...LIMITS].map(([key]) => key),
  'retryLogic',
  'timeoutPolicy',
]

/** How a task is retried, timed out and limited; what is left empty is what Conductor takes by default. */
export function TaskDefinitionFields({ draft, problems, onChange }: TaskDefinitionFieldsProps) {
  const numbers = (entries: readonly NumberEntry[]) =>
    entries.map(([key, label, byDefault]) => (
      <NumberField
        key={key}
        label={label}
        placeholder={byDefault}
        value={draft[key]}
        error={problemAt(problems, key)}
        onChange={(value) => onChange({ [key]: value } as Partial<TaskDefInput>)}
      />
    ))
  return (
    <>
      <Group title="Retries">
        {numbers(RETRIES)}
        <Field label="Pauses between retries" error={problemAt(problems, 'retryLogic')}>
          {(control) => (
            <Select
              {...control}
              className="min-w-0"
              value={draft.retryLogic ?? 'FIXED'}
              onValueChange={(retryLogic) => onChange({ retryLogic })}
              options={RETRY_LOGICS.map((value) => ({ value, label: LOGIC_WORDS[value] }))}
            />
          )}
        </Field>
      </Group>
      <Group title="Time">
        {numbers(TIMES)}
        <Field label="When its time is over" error={problemAt(problems, 'timeoutPolicy')}>
          {(control) => (
            <Select
              {...control}
              className="min-w-0"
              value={draft.timeoutPolicy ?? 'TIME_OUT_WF'}
              onValueChange={(timeoutPolicy) => onChange({ timeoutPolicy })}
              options={TASK_TIMEOUT_POLICIES.map((value) => ({ value, label: POLICY_WORDS[value] }))}
            />
          )}
        </Field>
      </Group>
      <Group title="Limits">{numbers(LIMITS)}</Group>
    </>
  )
}

export function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="grid min-w-0 grid-cols-2 items-end gap-x-3 gap-y-2.5 has-aria-invalid:items-start [&>*]:min-w-0">
      <legend className="pb-1.5 text-sm font-semibold">{title}</legend>
      {children}
    </fieldset>
  )
}
