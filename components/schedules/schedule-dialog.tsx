'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { parseInput } from '@/components/execution/input-text'
import { WorkflowPicker } from '@/components/execution/workflow-picker'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { NameField } from '@/components/ui/name-field'
import { SwitchField } from '@/components/ui/switch-field'
import { Textarea } from '@/components/ui/textarea'
import type { Schedule } from '@/server/model/schedule'
import { CronField } from './cron-field'
import { formOf, newScheduleForm, requestOf } from './schedule-form'
import { useScheduleChanges } from './use-schedule-changes'

export interface ScheduleDialogProps {
  /** Null: a new one. */
  readonly schedule: Schedule | null
  readonly onClose: () => void
}

export function ScheduleDialog({ schedule, onClose }: ScheduleDialogProps) {
  const trpc = useTRPC()
  const catalog = useQuery(trpc.executions.catalog.queryOptions())
  const [form, setForm] = useState(() => (schedule ? formOf(schedule) : newScheduleForm(ownZone())))
  const change = (part: Partial<typeof form>) => setForm({ ...form, ...part })
  const { save } = useScheduleChanges()
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
          problem={save.error ? errorText(save.error) : null}
          onSubmit={submit}
        >
          {schedule ? null : (
            <NameField placeholder="nightly-report" value={form.name} onChange={(name) => change({ name })} />
          )}
          <WorkflowPicker
            catalog={catalog.data ?? []}
            name={form.workflow}
            version={form.version}
            onPick={({ name, version }) => change({ workflow: name, version })}
          />
          <CronField cronExpression={form.cronExpression} zoneId={form.zoneId} onChange={change} />
          <Field label="Input of the workflow, as JSON" error={input.ok ? null : input.message}>
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
