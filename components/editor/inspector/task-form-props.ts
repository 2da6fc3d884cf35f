import type { EditTask } from '@/components/editor/use-edit'
import type { GraphTask, JsonPath } from '@/components/graph/definition'
import type { FieldValue } from './value-kind'

/** What every hand-shaped part of the task form gets. */
export interface TaskFormProps {
  readonly task: GraphTask
  readonly path: JsonPath
  readonly edit: EditTask
}

export type Inputs = Record<string, FieldValue>

export function inputsOf(task: GraphTask): Inputs {
  return (task.inputParameters ?? {}) as Inputs
}

/** Sets one input; undefined removes it. */
export function withInput(task: GraphTask, key: string, value: FieldValue | undefined): { inputParameters: Inputs } {
  const { [key]: _, ...others } = inputsOf(task)
  if (value === undefined) return { inputParameters: others }
  return { inputParameters: { ...inputsOf(task), [key]: value } }
}

export function numberInput(task: GraphTask, key: string): number | undefined {
  const value = Number(inputsOf(task)[key] ?? Number.NaN)
  return Number.isNaN(value) ? undefined : value
}

export function textInput(task: GraphTask, key: string): string {
  const value = inputsOf(task)[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
