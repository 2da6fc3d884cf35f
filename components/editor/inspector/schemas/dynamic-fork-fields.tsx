'use client'

import { inputsOf, type TaskFormProps } from '@/components/editor/inspector/task-form-props'
import { TextField } from '@/components/editor/inspector/text-field'
import type { FieldValue } from '@/components/editor/inspector/value-kind'
import { Segmented } from '@/components/ui/segmented'
import { type FormField, json, number, text, workflow } from './form-schema'
import { SchemaField } from './schema-field'

const WAYS = [
  { value: 'each', label: 'The same for each item' },
  { value: 'list', label: 'A list of tasks' },
] as const

const EACH: readonly FormField[] = [
  json('forkTaskInputs', 'Items', {
    hint: 'One branch for each; an item that is an object is the input of its branch.',
  }),
  text('forkTaskName', 'Task', { hint: 'The task definition that workers poll for.' }),
  text('forkTaskType', 'Its type', { placeholder: 'SIMPLE' }),
  workflow('forkTaskWorkflow', 'Workflow'),
  number('forkTaskWorkflowVersion', 'Version', { placeholder: 'Latest' }),
]
const EACH_KEYS = EACH.map(({ path: [key = ''] }) => key)

/** Branches made when it runs: the same task or workflow for each item, or tasks as the data lists them. */
export function DynamicForkFields({ task, edit }: TaskFormProps) {
  const inputs = inputsOf(task)
  const isEach = EACH_KEYS.some((key) => key in inputs)
  const choose = (way: 'each' | 'list') => {
    const { dynamicTasks: _, dynamicTasksInput: __, ...others } = inputs
    if (way === 'each') {
      edit({
        dynamicForkTasksParam: undefined,
        dynamicForkTasksInputParamName: undefined,
        inputParameters: { ...others, forkTaskInputs: [], forkTaskName: 'task' },
      })
      return
    }
    const kept = Object.fromEntries(Object.entries(inputs).filter(([key]) => !EACH_KEYS.includes(key)))
    edit({
      dynamicForkTasksParam: 'dynamicTasks',
      dynamicForkTasksInputParamName: 'dynamicTasksInput',
      inputParameters: { ...kept, dynamicTasks: [], dynamicTasksInput: {} },
    })
  }
  const setInput = (key: string, value: FieldValue | undefined) => {
    const { [key]: _, ...others } = inputs
    edit({ inputParameters: value === undefined ? others : { ...inputs, [key]: value } }, key)
  }
  return (
    <section className="grid gap-3">
      <Segmented
        label="Branches"
        value={isEach ? 'each' : 'list'}
        onValueChange={choose}
        options={WAYS}
        className="justify-self-start"
      />
      {isEach ? (
        EACH.map((field) => {
          const [key = ''] = field.path
          return <SchemaField key={key} field={field} value={inputs[key]} onChange={(value) => setInput(key, value)} />
        })
      ) : (
        <ListFields task={task} edit={edit} />
      )}
    </section>
  )
}

function ListFields({ task, edit }: Pick<TaskFormProps, 'task' | 'edit'>) {
  return (
    <>
      <TextField
        label="Input that holds the list of tasks"
        mono
        value={task.dynamicForkTasksParam ?? ''}
        onChange={(name) => edit({ dynamicForkTasksParam: name || undefined }, 'tasksParam')}
      />
      <TextField
        label="Input that holds their inputs"
        mono
        value={task.dynamicForkTasksInputParamName ?? ''}
        hint="An object: reference name to input."
        onChange={(name) => edit({ dynamicForkTasksInputParamName: name || undefined }, 'inputsParam')}
      />
    </>
  )
}
