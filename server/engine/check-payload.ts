import type { JsonObject } from '@/server/model/json'
import type { Limits } from '@/server/model/limits'
import { jsonSize } from './json-size'

/** Values brought together from several places may be deeper than each of them. */
const DEPTHS = 2

/**
 * Why a task cannot be given this input; null: it can. Conductor ends tasks with more than 10 MB of input too. Counted
 * in characters: the exact number of bytes is not worth writing the text for.
 */
export function inputProblem(ref: string, input: JsonObject, limits: Limits): string | null {
  const { taskInputBytes, jsonDepth } = limits
  const { characters, depth } = jsonSize(input, taskInputBytes)
  if (characters > taskInputBytes)
    return `The input of ${ref} is larger than the limit of ${taskInputBytes} bytes (taskInputBytes).`
  if (depth <= DEPTHS * jsonDepth) return null
  return `The input of ${ref} is nested deeper than ${DEPTHS * jsonDepth} levels, twice the limit jsonDepth.`
}

/** Why a task cannot have this output. As in Conductor it fails for good then, and its data is dropped. */
export function outputProblem(ref: string, output: JsonObject, { taskOutputBytes }: Limits): string | null {
  if (jsonSize(output, taskOutputBytes).characters <= taskOutputBytes) return null
  return `The output of ${ref} is larger than the limit of ${taskOutputBytes} bytes (taskOutputBytes).`
}

/** Many tasks together may give a workflow more output than each of them. */
export function workflowOutputProblem(output: JsonObject, { taskInputBytes }: Limits): string | null {
  if (jsonSize(output, taskInputBytes).characters <= taskInputBytes) return null
  return `The output of the workflow is larger than the limit of ${taskInputBytes} bytes (taskInputBytes).`
}
