'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import { ScriptField } from '@/components/editor/scripts/script-field'
import { taskType } from '@/components/graph/definition'
import { fetchPart } from '@/components/ui/fetch-part'
import { isSystemTaskType } from '@/server/model/task-types'
import { DynamicTaskFields } from './data-fields'
import { EventFields } from './event-fields'
import { LoopFields, TerminateFields, WaitFields } from './flow-fields'
import { ForkFields, JoinFields } from './fork-fields'
import { HttpFields } from './http-fields'
import { SubWorkflowFields } from './sub-workflow-fields'
import { SwitchFields } from './switch-fields'
import type { TaskFormProps } from './task-form-props'

interface TypeForm {
  readonly Fields: ComponentType<TaskFormProps> | null
  /** Inputs that the fields above already show. */
  readonly shown: readonly string[]
  /** How the rest of the inputs is called; null: there is nothing more to give. */
  readonly inputs: string | null
}

/** Made of a table, which only those load who need it. */
const SchemaForm = dynamic(() => fetchPart(() => import('./schemas/schema-form')).then((module) => module.SchemaForm), {
  ssr: false,
})
const DynamicForkFields = dynamic(
  () => fetchPart(() => import('./schemas/dynamic-fork-fields')).then((module) => module.DynamicForkFields),
  { ssr: false },
)
const BY_TABLE: TypeForm = { Fields: SchemaForm, shown: [], inputs: null }

const PLAIN: TypeForm = { Fields: null, shown: [], inputs: 'Inputs' }

const FORMS: Readonly<Record<string, TypeForm>> = {
  HTTP: { Fields: HttpFields, shown: ['http_request', 'method', 'uri', 'headers', 'body'], inputs: 'Other inputs' },
  SWITCH: { Fields: SwitchFields, shown: [], inputs: 'Inputs' },
  FORK_JOIN: { Fields: ForkFields, shown: [], inputs: null },
  JOIN: { Fields: JoinFields, shown: [], inputs: null },
  FORK_JOIN_DYNAMIC: {
    Fields: DynamicForkFields,
    shown: ['forkTaskInputs', 'forkTaskName', 'forkTaskType', 'forkTaskWorkflow', 'forkTaskWorkflowVersion'],
    inputs: 'Inputs',
  },
  DO_WHILE: { Fields: LoopFields, shown: ['keepLastN'], inputs: 'Inputs of the condition' },
  WAIT: { Fields: WaitFields, shown: ['duration', 'until'], inputs: 'Other inputs' },
  SUB_WORKFLOW: { Fields: SubWorkflowFields, shown: [], inputs: 'Input of the workflow' },
  JSON_JQ_TRANSFORM: { Fields: ScriptField, shown: ['queryExpression'], inputs: 'Inputs' },
  INLINE: { Fields: ScriptField, shown: ['expression', 'evaluatorType'], inputs: 'Inputs' },
  TERMINATE: {
    Fields: TerminateFields,
    shown: ['terminationStatus', 'terminationReason', 'workflowOutput'],
    inputs: null,
  },
  DYNAMIC: { Fields: DynamicTaskFields, shown: [], inputs: 'Inputs' },
  LAMBDA: { Fields: ScriptField, shown: ['scriptExpression'], inputs: 'Inputs' },
  EVENT: { Fields: EventFields, shown: [], inputs: 'What the message carries' },
  NOOP: { Fields: null, shown: [], inputs: null },
  SET_VARIABLE: { Fields: null, shown: [], inputs: 'Variables' },
}

export function typeForm(task: TaskFormProps['task']): TypeForm {
  const type = taskType(task)
  const form = FORMS[type] ?? (isSystemTaskType(type) && type !== 'SIMPLE' ? BY_TABLE : PLAIN)
  const isCompared = type === 'SWITCH' && task.evaluatorType === 'value-param' && task.expression
  return isCompared ? { ...form, shown: [task.expression as string] } : form
}
