'use client'

import { useState } from 'react'
import { RemoveDialog } from '@/components/execution/remove-dialog'
import { useMayEdit } from '@/components/shell/use-me'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { problemBeside } from '@/components/ui/field-problem'
import { Segmented } from '@/components/ui/segmented'
import { Textarea } from '@/components/ui/textarea'
import type { TaskDef } from '@/server/model/task-def'
import { shownFields, TaskDefinitionForm } from './task-definition-form'
import {
  EXAMPLE_TASK_DEFINITION,
  parseTaskDefinition,
  readTaskDefinition,
  taskDefinitionText,
} from './task-definition-text'
import { useSaveTaskDefinition } from './use-save-task-definition'

export interface TaskDefinitionDialogProps {
  /** Null: a new one. */
  readonly definition: TaskDef | null
  readonly onClose: () => void
}

export function TaskDefinitionDialog({ definition, onClose }: TaskDefinitionDialogProps) {
  const [text, setText] = useState(() => taskDefinitionText(definition ?? EXAMPLE_TASK_DEFINITION))
  const mayEdit = useMayEdit()
  const [mode, setMode] = useState<'form' | 'json'>('form')
  const [isAsking, setAsking] = useState(false)
  const { save, remove, problems: refused } = useSaveTaskDefinition(onClose)
  const parsed = parseTaskDefinition(text)
  const draft = readTaskDefinition(text)
  const isForm = mode === 'form' && draft !== null
  const problems = parsed.ok ? refused : parsed.problems
  const beside = problemBeside(problems, isForm ? shownFields(definition === null) : [])
  const submit = () => mayEdit && parsed.ok && save.mutate(parsed.value)
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={definition ? definition.name : 'New task definition'}
        description="Durations are in seconds; 0 means never. What is left out gets Conductor's defaults."
        className="max-w-2xl"
      >
        <Segmented
          label="Definition as"
          value={mode}
          onValueChange={setMode}
          className="mb-4"
          options={[
            { value: 'form', label: 'Form' },
            { value: 'json', label: 'JSON' },
          ]}
        />
        {isForm ? (
          <fieldset disabled={!mayEdit} className="min-w-0">
            <TaskDefinitionForm
              draft={draft}
              isNew={definition === null}
              problems={problems}
              onChange={(change) => setText(taskDefinitionText({ ...draft, ...change }))}
            />
          </fieldset>
        ) : (
          <Field label="Definition as JSON" error={beside}>
            {(control) => (
              <Textarea
                {...control}
                className="min-h-80 font-mono text-sm leading-5"
                spellCheck={false}
                readOnly={!mayEdit}
                value={text}
                onChange={(event) => setText(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
                }}
              />
            )}
          </Field>
        )}
        {isForm && beside !== null ? <Alert>{beside}</Alert> : null}
        <DialogFooter>
          {definition && mayEdit ? (
            <Button variant="ghost" className="mr-auto text-status-failed" onClick={() => setAsking(true)}>
              Delete…
            </Button>
          ) : null}
          <DialogClose asChild>
            <Button>{mayEdit ? 'Cancel' : 'Close'}</Button>
          </DialogClose>
          {mayEdit ? (
            <Button variant="primary" disabled={!parsed.ok || save.isPending} onClick={submit}>
              {save.isPending ? 'Saving…' : 'Save'}
            </Button>
          ) : null}
        </DialogFooter>
        {definition ? (
          <RemoveDialog
            open={isAsking}
            onOpenChange={setAsking}
            onRemove={() => remove.mutate({ name: definition.name })}
            subject={definition.name}
            consequence="Workflows that use the task go on with Conductor's defaults."
          />
        ) : null}
      </DialogContent>
    </Dialog>
  )
}
