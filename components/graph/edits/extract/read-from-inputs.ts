import { allTasks } from '@/components/graph/child-lists'
import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { allReferences } from '@/components/graph/references'
import type { Reference } from '@/server/engine/expressions/references'
import { mapOwn } from './map-own'
import { nameFor, type OuterMarker } from './markers'

export interface Moved {
  readonly tasks: readonly GraphTask[]
  /** By the name of the input, what the surroundings give. */
  readonly inputs: ReadonlyMap<string, string>
}

/** What tasks read of their surroundings comes from `${workflow.input…}` where they go. */
export function readFromInputs(
  definition: Definition,
  tasks: readonly GraphTask[],
  inside: ReadonlySet<string>,
): Moved {
  const inputs = new Map<string, string>()
  const outside = new Set([...allReferences(definition)].filter((one) => !inside.has(one)))
  const set = variablesSet(definition, inside)
  const isFromOutside = ({ root, members: [kind, name] }: Reference): boolean => {
    if (root !== 'workflow') return root !== null && outside.has(root)
    if (kind === 'env' || kind === 'secrets') return false
    return kind !== 'variables' || name === undefined || !set.has(name)
  }
  const inputFor = (source: string): string => {
    for (const [name, known] of inputs) if (known === source) return name
    const name = nameFor(source, new Set(inputs.keys()))
    inputs.set(name, source)
    return name
  }
  // `workflow.input.order.id` stays what it is: the sub-workflow is given the same `order`.
  for (const name of inputsRead(tasks)) inputs.set(name, `workflow.input.${name}`)
  const change = ({ source, references }: OuterMarker): string | null => {
    if (OWN_INPUT.test(source) || !references.some(isFromOutside)) return null
    return `workflow.input.${inputFor(source)}`
  }
  return { tasks: mapTasks(tasks, (task) => mapOwn(task, change)), inputs }
}

const OWN_INPUT = /^\s*workflow\.input\.(\w+)(?![\w-])[^$]*$/

/** Names of the workflow's input that are read as plain paths. */
function inputsRead(tasks: readonly GraphTask[]): Set<string> {
  const names = new Set<string>()
  mapTasks(tasks, (task) =>
    mapOwn(task, ({ source }) => {
      const name = OWN_INPUT.exec(source)?.[1]
      if (name !== undefined) names.add(name)
      return null
    }),
  )
  return names
}

function variablesSet(definition: Definition, inside: ReadonlySet<string>): Set<string> {
  const setters = [...allTasks(definition)].filter(
    ({ task }) => taskType(task) === 'SET_VARIABLE' && inside.has(task.taskReferenceName),
  )
  return new Set(setters.flatMap(({ task }) => Object.keys(task.inputParameters ?? {})))
}
