'use client'

import type { ReactNode } from 'react'
import { followRename } from '@/components/editor/apply-fix'
import { ReaderProvider } from '@/components/editor/expressions/reader'
import { NotesPart } from '@/components/editor/notes/notes-part'
import { useDocument, useSession } from '@/components/editor/session'
import { useEdit, useEditTask } from '@/components/editor/use-edit'
import { type GraphTask, type JsonPath, taskType } from '@/components/graph/definition'
import { renameInput } from '@/components/graph/edits/rename-input'
import { renameReference } from '@/components/graph/edits/rename-reference'
import { allReferences } from '@/components/graph/references'
import { Field } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import { CacheFields } from './cache-fields'
import { KeyValues } from './key-values'
import { NumberField } from './number-field'
import { TaskDefinitionPart } from './task-definition-part'
import { inputsOf } from './task-form-props'
import { CommitField, TextField } from './text-field'
import { typeForm } from './type-fields'

/** The form of one task: its names, what its type asks for, its inputs, and what happens when it fails. */
export function TaskForm({ task, path }: { readonly task: GraphTask; readonly path: JsonPath }) {
  const edit = useEditTask(path)
  const change = useEdit()
  const { Fields, shown, inputs } = typeForm(task)
  return (
    <ReaderProvider value={path}>
      <div className="divide-y">
        <Part>
          <NameFields task={task} path={path} />
        </Part>
        {Fields ? (
          <Part>
            <Fields task={task} path={path} edit={edit} />
          </Part>
        ) : null}
        {inputs === null ? null : (
          <Part>
            <KeyValues
              label={inputs}
              value={inputsOf(task)}
              hidden={shown}
              onChange={(inputParameters, field) => edit({ inputParameters }, field)}
              onRename={(from, to) => change((current) => renameInput(current, path, { from, to }))}
            />
          </Part>
        )}
        <Part>
          <FailureFields task={task} path={path} />
        </Part>
        {HAS_CACHE.has(taskType(task)) ? (
          <Part>
            <CacheFields task={task} path={path} />
          </Part>
        ) : null}
        {HAS_TASK_DEFINITION.has(taskType(task)) && task.name !== '' ? (
          <Part>
            <TaskDefinitionPart key={task.name} name={task.name} isWorker={taskType(task) === 'SIMPLE'} />
          </Part>
        ) : null}
        <Part>
          <NotesPart reference={task.taskReferenceName} />
        </Part>
      </div>
    </ReaderProvider>
  )
}

/** Its retries, timeouts and limits are those of the task definition that its name leads to. */
const HAS_TASK_DEFINITION: ReadonlySet<string> = new Set([
  'SIMPLE',
  'HTTP',
  'HTTP_POLL',
  'HUMAN',
  'INLINE',
  'JSON_JQ_TRANSFORM',
  'SUB_WORKFLOW',
  'EVENT',
  'KAFKA_PUBLISH',
  'JDBC',
])

/** Those whose results the task cache keeps. */
const HAS_CACHE: ReadonlySet<string> = new Set([
  'SIMPLE',
  'HTTP',
  'HTTP_POLL',
  'BUSINESS_RULE',
  'JDBC',
  'GET_SIGNED_JWT',
  'YIELD',
])

export function Part({ children }: { readonly children: ReactNode }) {
  return <div className="grid gap-3 px-3.5 py-4">{children}</div>
}

interface FormPartProps {
  readonly task: GraphTask
  readonly path: JsonPath
}

function NameFields({ task, path }: FormPartProps) {
  const session = useSession()
  const edit = useEditTask(path)
  const change = useEdit()
  const definition = useDocument((state) => state.definition)
  const isWorker = taskType(task) === 'SIMPLE'
  const rename = (reference: string) => {
    change((current) => renameReference(current, path, reference))
    followRename(session, { from: task.taskReferenceName, to: reference })
  }
  return (
    <>
      <TextField
        label={isWorker ? 'Task definition' : 'Name'}
        value={task.name}
        {...(isWorker ? { hint: 'Workers poll for this name.' } : {})}
        onChange={(name) => edit({ name }, 'name')}
      />
      <CommitField
        label="Reference"
        mono
        value={task.taskReferenceName}
        hint={`Other tasks read its output as \${${task.taskReferenceName}.output…}; renaming follows every use.`}
        refuse={(next) => refuseReference(next, allReferences(definition))}
        onChange={rename}
      />
    </>
  )
}

function refuseReference(next: string, taken: ReadonlySet<string>): string | null {
  if (next.trim() === '') return 'A reference cannot be empty.'
  if (/[\s${}]/.test(next)) return 'A reference has no spaces, $ or braces.'
  return taken.has(next) ? 'Another task has this reference.' : null
}

const CANNOT_BE_OPTIONAL: ReadonlySet<string> = new Set(['TERMINATE', 'FORK_JOIN', 'FORK_JOIN_DYNAMIC'])

function FailureFields({ task, path }: FormPartProps) {
  const edit = useEditTask(path)
  return (
    <>
      {CANNOT_BE_OPTIONAL.has(taskType(task)) ? null : (
        <>
          <Field
            label="Optional"
            hint="The workflow goes on when it fails."
            className="grid-cols-[1fr_auto] items-center"
          >
            {(control) => (
              <Switch
                id={control.id}
                checked={task.optional === true}
                onCheckedChange={(optional) => edit({ optional: optional ? true : undefined })}
              />
            )}
          </Field>
          <div className="grid grid-cols-2 gap-2">
            <NumberField
              label="Retries"
              value={task.retryCount}
              placeholder="As defined"
              onChange={(retryCount) => edit({ retryCount }, 'retryCount')}
            />
            <NumberField
              label="Starts after … seconds"
              value={task.startDelay}
              placeholder="At once"
              onChange={(startDelay) => edit({ startDelay }, 'startDelay')}
            />
          </div>
        </>
      )}
      <TextField
        label="Description"
        rows={2}
        value={task.description ?? ''}
        onChange={(description) => edit({ description: description || undefined }, 'description')}
      />
    </>
  )
}
