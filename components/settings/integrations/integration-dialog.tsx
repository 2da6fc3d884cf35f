'use client'

import { useState } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { type FieldProblem, problemAt, problemBeside } from '@/components/ui/field-problem'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { Integration, IntegrationUpdate } from '@/server/model/integration'
import { INTEGRATION_KINDS, type IntegrationKind } from '@/server/model/integration-kinds'
import { draftSettings, freeName, isSet, nameProblem, settingsToSave, visibleFields } from './draft-settings'
import { SettingField } from './setting-field'

export interface IntegrationDialogProps {
  /** Null: a new one. */
  readonly saved: Integration | null
  readonly taken: readonly string[]
  readonly isSaving: boolean
  readonly problems: readonly FieldProblem[]
  readonly onSave: (given: { name: string; isNew: boolean; update: IntegrationUpdate }) => void
  readonly onClose: () => void
}

const KIND_OPTIONS = INTEGRATION_KINDS.map(({ type, label }) => ({ value: type, label }))

export function IntegrationDialog({ saved, taken, isSaving, problems, onSave, onClose }: IntegrationDialogProps) {
  const [type, setType] = useState(saved?.type ?? 'kafka')
  const kind = INTEGRATION_KINDS.find((each) => each.type === type) ?? (INTEGRATION_KINDS[0] as IntegrationKind)
  const [ownName, setName] = useState<string | null>(null)
  const [isEnabled, setEnabled] = useState(saved?.enabled ?? true)
  const [settings, setSettings] = useState(() => draftSettings(kind, saved))
  const name = saved?.name ?? ownName ?? freeName(kind, taken)
  const wrongName = saved === null && ownName !== null ? nameProblem(name, taken) : null
  const choose = (next: string) => {
    setType(next)
    setSettings(draftSettings(INTEGRATION_KINDS.find((each) => each.type === next) ?? kind, null))
  }
  const fields = visibleFields(kind, settings)
  const shown = fields.map((field) => field.name)
  const submit = () => {
    if (wrongName !== null) return
    const configuration = settingsToSave(kind, settings, saved)
    onSave({ name, isNew: saved === null, update: { type, enabled: isEnabled, configuration } })
  }
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent title={saved ? `Change ${saved.name}` : 'New integration'} description={kind.hint}>
        <DialogForm
          submitLabel="Save and test"
          isBusy={isSaving}
          problem={problemBeside(problems, shown)}
          onSubmit={submit}
        >
          {saved === null ? (
            <>
              <Field label="Type">
                {({ id }) => <Select id={id} value={type} onValueChange={choose} options={KIND_OPTIONS} />}
              </Field>
              <Field
                label="Name"
                error={wrongName}
                hint={name === type ? `A sink need not name it: ${type}:orders` : `In a sink: ${type}:${name}:orders`}
              >
                {(control) => (
                  <Input
                    {...control}
                    required
                    maxLength={64}
                    value={name}
                    onChange={(event) => setName(event.target.value)}
                  />
                )}
              </Field>
            </>
          ) : null}
          {fields.map((field) => (
            <SettingField
              key={`${type} ${field.name}`}
              field={field}
              value={settings[field.name]}
              isKept={isSet(field, saved)}
              error={problemAt(problems, field.name)}
              onChange={(value) => setSettings((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
          <Field label="Enabled" hint="Switched off, it is as if it were not there.">
            {({ id }) => <Switch id={id} checked={isEnabled} onCheckedChange={setEnabled} />}
          </Field>
        </DialogForm>
      </DialogContent>
    </Dialog>
  )
}
