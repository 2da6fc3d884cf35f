'use client'

import { useState } from 'react'
import { useMayEdit } from '@/components/shell/use-me'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { problemAt, problemBeside, problemsIn } from '@/components/ui/field-problem'
import { Input } from '@/components/ui/input'
import { SwitchField } from '@/components/ui/switch-field'
import { ActionsField } from './actions-field'
import { formOf, type ListedHandler, NEW_HANDLER, parseForm } from './handler-form'
import { refusedHandler, useHandlerChanges } from './use-handler-changes'

const KEPT_NAME = ['event', 'condition', 'actions']
const WITH_NAME = ['name', ...KEPT_NAME]

export interface HandlerDialogProps {
  /** Null: a new one. */
  readonly handler: ListedHandler | null
  readonly onClose: () => void
}

export function HandlerDialog({ handler, onClose }: HandlerDialogProps) {
  const mayEdit = useMayEdit()
  const [form, setForm] = useState(() => (handler ? formOf(handler) : NEW_HANDLER))
  const [tried, setTried] = useState(false)
  const { create, update } = useHandlerChanges()
  const save = handler ? update : create
  const change = (part: Partial<typeof form>) => {
    if (save.isError) save.reset()
    setForm({ ...form, ...part })
  }
  const parsed = parseForm(form, handler)
  // Empty fields are not held against somebody who has not finished.
  const problems = [...(parsed.ok || !tried ? [] : parsed.problems), ...refusedHandler(save.error)]
  const submit = () => {
    setTried(true)
    if (parsed.ok && mayEdit) save.mutate(parsed.handler, { onSuccess: onClose })
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={handler ? handler.name : 'New event handler'}
        description="Acts on each message of an event that its condition lets through."
        className="max-w-2xl"
      >
        <DialogForm
          submitLabel="Save handler"
          busyLabel="Saving…"
          isBusy={save.isPending}
          isReadOnly={!mayEdit}
          problem={problemBeside(problems, handler ? KEPT_NAME : WITH_NAME)}
          onSubmit={submit}
        >
          {handler?.problem ? <p className="text-status-failed">Cannot listen: {handler.problem}</p> : null}
          {handler ? null : (
            <TextField
              label="Name"
              error={problemAt(problems, 'name')}
              placeholder="fulfil-orders"
              value={form.name}
              onChange={(name) => change({ name })}
            />
          )}
          <TextField
            label="Event"
            error={problemAt(problems, 'event')}
            hint="conductor:<workflow>:<name> for an EVENT task, or the queue of a broker: kafka:orders"
            placeholder="conductor:orders:placed"
            value={form.event}
            onChange={(event) => change({ event })}
          />
          <TextField
            label="Condition, in JavaScript"
            error={problemAt(problems, 'condition')}
            hint="$ is what the message carries; left empty, every message counts"
            placeholder="$.order.total > 100"
            value={form.condition}
            onChange={(condition) => change({ condition })}
          />
          <ActionsField
            value={form.actions}
            problems={problemsIn(problems, 'actions')}
            onChange={(actions) => change({ actions })}
          />
          <SwitchField
            label="Active"
            hint="Messages that come while it is not active are not kept for it."
            checked={form.active}
            disabled={!mayEdit}
            onChange={(active) => change({ active })}
          />
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}

interface TextFieldProps {
  readonly label: string
  readonly hint?: string
  readonly error: string | null
  readonly placeholder: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function TextField({ label, hint, error, placeholder, value, onChange }: TextFieldProps) {
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <Input
          {...control}
          spellCheck={false}
          className="font-mono"
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
