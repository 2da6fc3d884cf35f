'use client'

import { ScriptField } from '@/components/editor/scripts/script-field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { ChoiceOrExpression } from './choice-or-expression'
import { JsonField } from './json-field'
import { NumberField } from './number-field'
import { inputsOf, numberInput, type TaskFormProps, textInput, withInput } from './task-form-props'
import { TextField } from './text-field'
import type { FieldValue } from './value-kind'

/** What each turn is tested by, and the list that bounds the turns. */
export function LoopFields(props: TaskFormProps) {
  const { task, edit } = props
  return (
    <section className="grid gap-3">
      <ScriptField {...props} />
      <TextField
        label="One turn for each item of"
        mono
        expressions
        value={task.items ?? ''}
        placeholder="${workflow.input.list}"
        hint="Left empty, only the condition counts."
        onChange={(items) => edit({ items: items || undefined }, 'items')}
      />
      <NumberField
        label="Keeps the last … turns"
        value={numberInput(task, 'keepLastN')}
        placeholder="All of them"
        hint="Of a long loop: older turns go from its output and from the run."
        onChange={(keep) => edit(withInput(task, 'keepLastN', keep), 'keepLastN')}
      />
    </section>
  )
}

const WAITS = [
  { value: 'duration', label: 'A while' },
  { value: 'until', label: 'Until a date' },
  { value: 'signal', label: 'For a signal' },
] as const
type WaitKind = (typeof WAITS)[number]['value']

export function WaitFields({ task, edit }: TaskFormProps) {
  const inputs = inputsOf(task)
  const kind: WaitKind = 'until' in inputs ? 'until' : 'duration' in inputs ? 'duration' : 'signal'
  const choose = (next: WaitKind) => {
    const { duration: _, until: __, ...others } = inputs
    const fresh =
      next === 'signal' ? {} : next === 'until' ? { until: '2030-01-01 00:00 GMT' } : { duration: '10 seconds' }
    edit({ inputParameters: { ...others, ...fresh } })
  }
  return (
    <section className="grid gap-3">
      <Segmented label="Wait" value={kind} onValueChange={choose} options={WAITS} className="justify-self-start" />
      {kind === 'duration' ? (
        <TextField
          label="Duration"
          mono
          expressions
          value={textInput(task, 'duration')}
          hint="Days, hours, minutes and seconds: 1 day 2 hours, 90s."
          onChange={(duration) => edit(withInput(task, 'duration', duration), 'duration')}
        />
      ) : null}
      {kind === 'until' ? (
        <TextField
          label="Date and time"
          mono
          expressions
          value={textInput(task, 'until')}
          hint="2030-01-31 09:30 GMT, 2030-01-31 09:30 or 2030-01-31."
          onChange={(until) => edit(withInput(task, 'until', until), 'until')}
        />
      ) : null}
      {kind === 'signal' ? <p className="text-text-2">It waits until somebody completes it through the API.</p> : null}
    </section>
  )
}

const STATUSES = ['COMPLETED', 'FAILED', 'TERMINATED'].map((value) => ({ value, label: value }))

export function TerminateFields({ task, edit }: TaskFormProps) {
  return (
    <section className="grid gap-3">
      <ChoiceOrExpression
        label="The workflow ends as"
        value={textInput(task, 'terminationStatus')}
        onChange={(status) => edit(withInput(task, 'terminationStatus', status), 'status')}
        choice={(control) => (
          <Select
            {...control}
            label="The workflow ends as"
            value={textInput(task, 'terminationStatus') || undefined}
            onValueChange={(status) => edit(withInput(task, 'terminationStatus', status))}
            options={STATUSES}
          />
        )}
      />
      <TextField
        label="Reason"
        expressions
        value={textInput(task, 'terminationReason')}
        onChange={(reason) => edit(withInput(task, 'terminationReason', reason), 'reason')}
      />
      <div className="grid gap-1.5">
        <span className="text-sm font-medium text-text-2">Output of the workflow</span>
        <JsonField
          label="Output of the workflow"
          value={inputsOf(task).workflowOutput ?? {}}
          onChange={(output) => edit(withInput(task, 'workflowOutput', output as FieldValue), 'output')}
        />
      </div>
    </section>
  )
}
