'use client'

import { useState } from 'react'
import { parseTaskDefinition } from '@/components/catalog/task-definition-text'
import { useSaveTaskDefinition } from '@/components/catalog/use-save-task-definition'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { RETRY_LOGICS, TASK_TIMEOUT_POLICIES, type TaskDef, type TaskDefInput } from '@/server/model/task-def'
import { NumberField } from './number-field'

export interface TaskDefinitionFormProps {
  readonly name: string
  /** Null: there is none yet. */
  readonly stored: TaskDef | null
  readonly onDone: () => void
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
const FRESH: Partial<TaskDefInput> = {
  retryCount: 3,
  retryDelaySeconds: 5,
  timeoutSeconds: 0,
  responseTimeoutSeconds: 600,
}

type NumberKey =
  | 'retryCount'
  | 'retryDelaySeconds'
  | 'maxRetryDelaySeconds'
  | 'timeoutSeconds'
  | 'responseTimeoutSeconds'
  | 'pollTimeoutSeconds'
  | 'concurrentExecLimit'
  | 'rateLimitPerFrequency'
  | 'rateLimitFrequencyInSeconds'

const NUMBERS: readonly (readonly [NumberKey, string])[] = [
  ['retryCount', 'Retries'],
  ['retryDelaySeconds', 'Pause before a retry (s)'],
  ['maxRetryDelaySeconds', 'Longest pause (s, 0: any)'],
  ['timeoutSeconds', 'Time limit (s, 0: none)'],
  ['responseTimeoutSeconds', 'Sign of life within (s)'],
  ['pollTimeoutSeconds', 'Picked up within (s)'],
  ['concurrentExecLimit', 'At once, at most'],
  ['rateLimitPerFrequency', 'Starts per period (0: any)'],
  ['rateLimitFrequencyInSeconds', 'Period (s)'],
]

/** Saved apart from the workflow, at once, for every workflow that uses the task. */
export function TaskDefinitionForm({ name, stored, onDone }: TaskDefinitionFormProps) {
  const [draft, setDraft] = useState<TaskDefInput>(() => stored ?? { name, ...FRESH })
  const { save, problems } = useSaveTaskDefinition(onDone)
  const checked = parseTaskDefinition(JSON.stringify(draft))
  const set = (change: Partial<TaskDefInput>) => setDraft({ ...draft, ...change })
  const told = checked.ok ? problems : checked.problems
  return (
    <div className="grid gap-3">
      <div className="grid grid-cols-2 gap-x-3 gap-y-2.5">
        {NUMBERS.map(([key, label]) => (
          <NumberField
            key={key}
            label={label}
            value={draft[key]}
            onChange={(value) => set({ [key]: value } as Partial<TaskDefInput>)}
          />
        ))}
      </div>
      <Field label="Pauses between retries">
        {(control) => (
          <Select
            id={control.id}
            value={draft.retryLogic ?? 'FIXED'}
            onValueChange={(retryLogic) => set({ retryLogic })}
            options={RETRY_LOGICS.map((value) => ({ value, label: LOGIC_WORDS[value] }))}
          />
        )}
      </Field>
      <Field label="When its time is over">
        {(control) => (
          <Select
            id={control.id}
            value={draft.timeoutPolicy ?? 'TIME_OUT_WF'}
            onValueChange={(timeoutPolicy) => set({ timeoutPolicy })}
            options={TASK_TIMEOUT_POLICIES.map((value) => ({ value, label: POLICY_WORDS[value] }))}
          />
        )}
      </Field>
      {told.length > 0 ? (
        <ul role="alert" className="grid gap-1 text-status-failed">
          {told.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      ) : null}
      <p className="text-sm text-text-2">Saved at once, for every workflow that uses this task.</p>
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button
          variant="primary"
          disabled={!checked.ok || save.isPending}
          onClick={() => checked.ok && save.mutate(checked.value)}
        >
          {save.isPending ? 'Saving…' : 'Save task definition'}
        </Button>
      </div>
    </div>
  )
}
