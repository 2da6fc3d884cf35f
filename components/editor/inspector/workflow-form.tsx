'use client'

import { NotesPart } from '@/components/editor/notes/notes-part'
import { useDocument } from '@/components/editor/session'
import { useEdit } from '@/components/editor/use-edit'
import type { Definition } from '@/components/graph/definition'
import { updateWorkflow } from '@/components/graph/edits/update-task'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { JsonMap } from './key-values'
import { KeyValues } from './key-values'
import { NumberField } from './number-field'
import { Part } from './task-form'
import { TextField } from './text-field'

const POLICIES = [
  { value: 'ALERT_ONLY', label: 'Keep running' },
  { value: 'TIME_OUT_WF', label: 'End as timed out' },
] as const

type WorkflowPatch = { readonly [K in keyof Definition]?: Definition[K] | undefined }

/** What belongs to the workflow as a whole. */
export function WorkflowForm() {
  const definition = useDocument((state) => state.definition)
  const change = useEdit()
  const edit = (patch: WorkflowPatch, field?: string) =>
    change((current) => updateWorkflow(current, patch), field ? `workflow ${field}` : undefined)
  return (
    <div className="divide-y">
      <Part>
        <TextField label="Name" value={definition.name} onChange={(name) => edit({ name }, 'name')} />
        <TextField
          label="Description"
          rows={3}
          value={definition.description ?? ''}
          onChange={(description) => edit({ description: description || undefined }, 'description')}
        />
        <NumberField
          label="Version"
          value={definition.version}
          placeholder="1"
          onChange={(version) => edit({ version }, 'version')}
        />
      </Part>
      <Part>
        <TextField
          label="Inputs"
          mono
          value={(definition.inputParameters ?? []).join(', ')}
          hint="Names of what a run is given, separated by commas."
          onChange={(text) =>
            edit({ inputParameters: text === '' ? [] : text.split(',').map((name) => name.trim()) }, 'inputs')
          }
        />
        <KeyValues
          label="Outputs"
          addLabel="Add output"
          value={(definition.outputParameters ?? {}) as JsonMap}
          onChange={(outputParameters, field) => edit({ outputParameters }, field)}
        />
      </Part>
      <Part>
        <NumberField
          label="Timeout in seconds"
          value={definition.timeoutSeconds}
          placeholder="0: none"
          onChange={(timeoutSeconds) => edit({ timeoutSeconds }, 'timeout')}
        />
        <Field label="When it times out">
          {(control) => (
            <Select
              {...control}
              value={definition.timeoutPolicy ?? 'ALERT_ONLY'}
              onValueChange={(timeoutPolicy) => edit({ timeoutPolicy })}
              options={POLICIES}
            />
          )}
        </Field>
        <TextField
          label="Workflow to run when it fails"
          value={definition.failureWorkflow ?? ''}
          onChange={(name) => edit({ failureWorkflow: name || undefined }, 'failureWorkflow')}
        />
      </Part>
      <Part>
        <NotesPart reference={null} />
      </Part>
    </div>
  )
}
