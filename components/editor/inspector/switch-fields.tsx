'use client'

import { Plus, X } from 'lucide-react'
import { addCase } from '@/components/editor/insert-task'
import { ScriptField } from '@/components/editor/scripts/script-field'
import { useSession } from '@/components/editor/session'
import { useEdit } from '@/components/editor/use-edit'
import { removeSwitchCase, renameSwitchCase } from '@/components/graph/edits/switch-cases'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Segmented } from '@/components/ui/segmented'
import { type TaskFormProps, textInput, withInput } from './task-form-props'
import { CommitField, TextField } from './text-field'

const EVALUATORS = [
  { value: 'value-param', label: 'A value' },
  { value: 'javascript', label: 'A script' },
] as const

/** What decides, and the cases it can choose. */
export function SwitchFields({ task, path, edit }: TaskFormProps) {
  const parameter = task.expression ?? ''
  const isScript = task.evaluatorType !== 'value-param'
  return (
    <>
      <section className="grid gap-2">
        <header className="flex items-center justify-between">
          <h3 className="text-sm font-medium text-text-2">Decided by</h3>
          <Segmented
            label="Decided by"
            value={isScript ? 'javascript' : 'value-param'}
            onValueChange={(evaluatorType) => edit({ evaluatorType })}
            options={EVALUATORS}
          />
        </header>
        {isScript ? (
          <ScriptField task={task} path={path} edit={edit} />
        ) : (
          <>
            <TextField
              label="Input that is compared"
              mono
              value={parameter}
              onChange={(expression) => edit({ expression }, 'expression')}
            />
            {parameter === '' ? null : (
              <TextField
                label={`Value of ${parameter}`}
                mono
                expressions
                value={textInput(task, parameter)}
                placeholder="${workflow.input.kind}"
                onChange={(value) => edit(withInput(task, parameter, value), 'compared')}
              />
            )}
          </>
        )}
      </section>
      <CaseList task={task} path={path} edit={edit} />
    </>
  )
}

function CaseList({ task, path }: TaskFormProps) {
  const session = useSession()
  const change = useEdit()
  const keys = Object.keys(task.decisionCases ?? {})
  return (
    <section aria-label="Cases" className="grid gap-2">
      <h3 className="text-sm font-medium text-text-2">Cases</h3>
      {keys.map((key) => (
        <div key={key} className="flex items-end gap-1.5">
          <div className="flex-1">
            <CommitField
              label={`When it is ${key}`}
              value={key}
              mono
              refuse={(next) => (keys.includes(next) ? 'This case exists already.' : null)}
              onChange={(to) => change((definition) => renameSwitchCase(definition, path, { from: key, to }))}
            />
          </div>
          <IconButton
            label={`Remove the case ${key}`}
            icon={X}
            onClick={() => change((definition) => removeSwitchCase(definition, path, key))}
          />
        </div>
      ))}
      <Button variant="ghost" className="justify-self-start" onClick={() => addCase(session, path, task)}>
        <Plus aria-hidden strokeWidth={1.5} />
        Add case
      </Button>
    </section>
  )
}
