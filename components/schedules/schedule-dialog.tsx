'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { refusedFields } from '@/components/api/refused-fields'
import { useTRPC } from '@/components/api/trpc'
import { parseInput } from '@/components/execution/input-text'
import { WorkflowPicker } from '@/components/execution/workflow-picker'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { problemAt, problemBeside } from '@/components/ui/field-problem'
import { NameField } from '@/components/ui/name-field'
import { SwitchField } from '@/components/ui/switch-field'
import { Textarea } from '@/components/ui/textarea'
import type { Schedule } from '@/server/model/schedule'
import { CronField } from './cron-field'
import { formOf, newScheduleForm, requestOf } from './schedule-form'
import { useScheduleChanges } from './use-schedule-changes'

const WORKFLOW = 'startWorkflowRequest.name'
const INPUT = 'startWorkflowRequest.input'
const CLOCK = 'cronExpression'
/** Of several expressions, the one that stands in the form. */
const FIRST_CLOCK = 'cronSchedules.0'
const FIELDS = [WORKFLOW, INPUT, CLOCK, FIRST_CLOCK]

export interface ScheduleDialogProps {
  /** Null: a new one. */
  readonly schedule: Schedule | null
  readonly onClose: () => void
}

export function ScheduleDialog({ schedule, onClose }: ScheduleDialogProps) {
  const trpc = useTRPC()
  const catalog = useQuery(trpc.executions.catalog.queryOptions())
  const [form, setForm] = useState(() => (schedule ? formOf(schedule) : newScheduleForm(ownZone())))
  const { save } = useScheduleChanges()
  const change = (part: Partial<typeof form>) => {
    if (save.isError) save.reset()
    setForm({ ...form, ...part })
  }
  const problems = refusedFields(save.error, 'saveSchedule.arg0')
  const input = parseInput(form.input)
  const submit = () => {
    if (input.ok) save.mutate(requestOf(form, input.value, schedule), { onSuccess: onClose })
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={schedule ? schedule.name : 'New schedule'}
        description="Starts a workflow by the clock, also while nobody is looking."
        className="max-w-2xl"
      >
        <DialogForm
          submitLabel="Save schedule"
          busyLabel="Saving…"
          isBusy={save.isPending}
          isIncomplete={!input.ok || form.workflow === null || form.name.trim() === ''}
          problem={problemBeside(problems, schedule ? FIELDS : ['name', ...FIELDS])}
          onSubmit={submit}
        >
          {schedule ? null : (
            <NameField
              placeholder="nightly-report"
              value={form.name}
              error={problemAt(problems, 'name')}
              onChange={(name) => change({ name })}
            />
          )}
          <WorkflowPicker
            catalog={catalog.data ?? []}
            name={form.workflow}
            version={form.version}
            error={problemAt(problems, WORKFLOW)}
            onPick={({ name, version }) => change({ workflow: name, version })}
          />
          <CronField
            cronExpression={form.cronExpression}
            zoneId={form.zoneId}
            error={problemAt(problems, CLOCK) ?? problemAt(problems, FIRST_CLOCK)}
            onChange={change}
          />
          <Field label="Input of the workflow, as JSON" error={input.ok ? problemAt(problems, INPUT) : input.message}>
            {(control) => (
              <Textarea
                {...control}
                spellCheck={false}
                className="font-mono text-sm leading-5"
                value={form.input}
                onChange={(event) => change({ input: event.target.value })}
              />
            )}
          </Field>
          <SwitchField
            label="Make up for missed times"
            hint="After a pause, or while this server was away, each missed time starts the workflow once."
            checked={form.catchUp}
            onChange={(catchUp) => change({ catchUp })}
          />
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}

function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
}
