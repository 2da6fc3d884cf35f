'use client'

import type { TaskFormProps } from './task-form-props'
import { TextField } from './text-field'

export function DynamicTaskFields({ task, edit }: TaskFormProps) {
  return (
    <TextField
      label="Input that holds the task's name"
      mono
      value={task.dynamicTaskNameParam ?? ''}
      hint="When the task starts, the value of this input says which task it is."
      onChange={(name) => edit({ dynamicTaskNameParam: name || undefined }, 'nameParam')}
    />
  )
}

export function DynamicForkFields({ task, edit }: TaskFormProps) {
  return (
    <section className="grid gap-3">
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
    </section>
  )
}
