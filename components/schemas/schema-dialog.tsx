'use client'

import { useState } from 'react'
import { refusedFields } from '@/components/api/refused-fields'
import { RemoveDialog } from '@/components/execution/remove-dialog'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { DialogForm } from '@/components/ui/dialog-form'
import { Field } from '@/components/ui/field'
import { problemAt, problemBeside } from '@/components/ui/field-problem'
import { NameField } from '@/components/ui/name-field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { NEW_SCHEMA, parseSchema, SCHEMA_TYPE_OPTIONS, type SchemaGroup } from './schema-group'
import { useSchemaChanges } from './use-schema-changes'

export interface SchemaDialogProps {
  /** Null: a new one. */
  readonly group: SchemaGroup | null
  readonly onClose: () => void
}

/** One schema, version by version. */
export function SchemaDialog({ group, onClose }: SchemaDialogProps) {
  const mayEdit = useMayEdit()
  const [version, setVersion] = useState(group?.versions[0].version ?? 1)
  const stored = group?.versions.find((one) => one.version === version)
  const [name, setName] = useState(group?.name ?? '')
  const [type, setType] = useState(stored?.type ?? 'JSON')
  const [text, setText] = useState(() => JSON.stringify(stored?.data ?? (group ? {} : NEW_SCHEMA), null, 2))
  const [isAsking, setAsking] = useState(false)
  const { save, remove } = useSchemaChanges()
  const parsed = parseSchema(text)
  const problems = refusedFields(save.error, 'schema')
  const show = (next: number) => {
    const found = group?.versions.find((one) => one.version === next)
    if (!found) return
    setVersion(next)
    setType(found.type)
    setText(JSON.stringify(found.data ?? {}, null, 2))
  }
  const submit = (newVersion: boolean) => {
    if (!parsed.ok) return
    const schema = { name: name.trim(), version, type, data: parsed.value, externalRef: stored?.externalRef ?? null }
    save.mutate({ schema, newVersion }, { onSuccess: onClose })
  }
  const isIncomplete = !parsed.ok || name.trim() === '' || save.isPending
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={group ? group.name : 'New schema'}
        description="Workflows and tasks name it as their inputSchema or outputSchema; what does not fit is refused."
        className="max-w-2xl"
      >
        <DialogForm
          submitLabel={group ? `Save v${version}` : 'Save schema'}
          busyLabel="Saving…"
          isBusy={save.isPending}
          isIncomplete={isIncomplete}
          isReadOnly={!mayEdit}
          problem={problemBeside(problems, group ? ['data'] : ['name', 'data'])}
          onSubmit={() => submit(false)}
          removal={
            group ? (
              <Button variant="ghost" className="mr-auto text-status-failed" onClick={() => setAsking(true)}>
                Delete v{version}…
              </Button>
            ) : null
          }
          alternative={
            group ? (
              <Button disabled={isIncomplete} onClick={() => submit(true)}>
                Save as a new version
              </Button>
            ) : null
          }
        >
          <div className="grid gap-3 sm:grid-cols-2">
            {group ? (
              <Field label="Version">
                {(control) => (
                  <Select
                    {...control}
                    value={String(version)}
                    onValueChange={(next) => show(Number(next))}
                    options={group.versions.map((one, at) => ({
                      value: String(one.version),
                      label: at === 0 ? `v${one.version}, the newest` : `v${one.version}`,
                    }))}
                  />
                )}
              </Field>
            ) : (
              <NameField value={name} error={problemAt(problems, 'name')} onChange={setName} />
            )}
            <Field label="Type">
              {(control) => <Select {...control} value={type} onValueChange={setType} options={SCHEMA_TYPE_OPTIONS} />}
            </Field>
          </div>
          <Field label="Schema" error={parsed.ok ? problemAt(problems, 'data') : parsed.message}>
            {(control) => (
              <Textarea
                {...control}
                spellCheck={false}
                className="min-h-72 font-mono text-sm leading-5"
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
        </DialogForm>
        {group ? (
          <RemoveDialog
            open={isAsking}
            onOpenChange={setAsking}
            subject={`${group.name} v${version}`}
            consequence="Definitions that name this version are not checked any more."
            onRemove={() => remove.mutate({ name: group.name, version }, { onSuccess: onClose })}
          />
        ) : null}
      </DialogContent>
    </Dialog>
  )
}
