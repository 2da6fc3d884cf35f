import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { findReferences } from '@/server/engine/expressions/references'
import { resolveInputs } from '@/server/engine/expressions/resolve-inputs'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import { analyzeScope } from './analyze-scope'
import type { KnownData } from './known-data'

/** What a task would be given now, had its surroundings the values of the last run; what nobody knows is null. */
export function sampleInput(definition: Definition, task: GraphTask, data: KnownData): JsonObject {
  const { workflow, rows } = data
  const run: JsonObject = { ...workflow.rest, input: workflow.input ?? {}, variables: workflow.variables ?? {} }
  const lookup = (root: string): Json | undefined => (root === 'workflow' ? run : rows[root])
  const inputs = resolveInputs((task.inputParameters ?? {}) as Json, { lookup, env: {} })
  const resolved = isJsonObject(inputs) ? inputs : {}
  switch (taskType(task)) {
    case 'DO_WHILE':
      return { ...resolved, ...loopOutputs(definition, task, data) }
    case 'HTTP_POLL':
      return pollWorld(resolved, rows[task.taskReferenceName]?.output)
    case 'JOIN':
      return joinWorld(task, data)
    default:
      return resolved
  }
}

/** A loop's condition sees the outputs of its body, and its own. */
function loopOutputs(definition: Definition, task: GraphTask, { rows }: KnownData): JsonObject {
  const outputs = [task.taskReferenceName, ...bodyReferences(definition, task)].map((reference): [string, Json] => [
    reference,
    rows[reference]?.output ?? (reference === task.taskReferenceName ? { iteration: 1 } : {}),
  ])
  return Object.fromEntries(outputs)
}

const ANSWER: JsonObject = { response: { statusCode: 200, reasonPhrase: 'OK', headers: {}, body: {} } }

/** A condition of polling sees the last answer, and what the task was given. */
function pollWorld(input: JsonObject, output: Json | undefined): JsonObject {
  const answer = isJsonObject(output ?? null) ? (output as JsonObject) : ANSWER
  return { input, output: answer, ...answer }
}

/** A script of a JOIN sees what has come so far, by name. */
function joinWorld(task: GraphTask, { rows }: KnownData): JsonObject {
  const joinOn = task.joinOn ?? []
  return { ...Object.fromEntries(joinOn.map((one) => [one, rows[one]?.output ?? {}])), joinOn: [...joinOn] }
}

/** The rows that `sampleInput` looks at. */
export function sampleReferences(definition: Definition, task: GraphTask): readonly string[] {
  const roots = findReferences((task.inputParameters ?? {}) as Json).flatMap(({ root }) => root ?? [])
  return [...new Set([...roots, ...ownRows(definition, task)])].filter((root) => root !== 'workflow')
}

function ownRows(definition: Definition, task: GraphTask): readonly string[] {
  switch (taskType(task)) {
    case 'DO_WHILE':
      return [task.taskReferenceName, ...bodyReferences(definition, task)]
    case 'HTTP_POLL':
      return [task.taskReferenceName]
    case 'JOIN':
      return task.joinOn ?? []
    default:
      return []
  }
}

function bodyReferences(definition: Definition, task: GraphTask): string[] {
  const scope = analyzeScope(definition)
  const loop = scope.find(task.taskReferenceName)
  if (loop === undefined) return []
  return scope.tasks.slice(loop.index + 1, loop.end).map((inner) => inner.task.taskReferenceName)
}
