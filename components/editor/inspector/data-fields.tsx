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
