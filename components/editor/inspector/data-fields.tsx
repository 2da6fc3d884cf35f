'use client'

import { type TaskFormProps, textInput, withInput } from './task-form-props'
import { TextField } from './text-field'

export function JqFields({ task, edit }: TaskFormProps) {
  return (
    <TextField
      label="jq expression"
      mono
      rows={3}
      value={textInput(task, 'queryExpression')}
      hint="Applied to all inputs of this task: .data, [.items[] | .price] | add"
      onChange={(query) => edit(withInput(task, 'queryExpression', query), 'query')}
    />
  )
}

export function InlineFields({ task, edit }: TaskFormProps) {
  return (
    <TextField
      label="Script"
      mono
      rows={8}
      value={textInput(task, 'expression')}
      hint="$ holds the inputs; its value becomes output.result."
      onChange={(script) => edit(withInput(task, 'expression', script), 'script')}
    />
  )
}

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

export function LambdaFields({ task, edit }: TaskFormProps) {
  return (
    <TextField
      label="Script"
      mono
      rows={8}
      value={textInput(task, 'scriptExpression')}
      hint="$ holds the inputs; what it returns becomes output.result."
      onChange={(script) => edit(withInput(task, 'scriptExpression', script), 'script')}
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
