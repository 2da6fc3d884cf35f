import { allTasks } from '@/components/graph/child-lists'
import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { spansOf } from '@/components/graph/edits/selection'
import { rowOf } from '@/components/graph/edits/wrap'
import { allReferences, freeReference, referencesIn } from '@/components/graph/references'
import { updateList } from '@/components/graph/update-at'
import { cannotExtract } from './cannot-extract'
import { readFromInputs } from './read-from-inputs'
import { readFromOutputs } from './read-from-outputs'

export interface Extraction {
  /** The workflow that the tasks become. */
  readonly child: Definition
  /** The definition with one task that runs it in their place. */
  readonly parent: Definition
  /** That task. */
  readonly task: GraphTask
}

export type Extracted = Extraction | { readonly refusal: string }

/**
 * Tasks that stand in a row become a workflow of their own. What they read of their surroundings becomes its input,
 * what is read of them its output.
 */
export function extractTasks(definition: Definition, paths: readonly JsonPath[], name: string): Extracted {
  const row = rowOf(spansOf(definition, paths))
  if (row === null) return { refusal: 'Only tasks that stand in a row can become a sub-workflow.' }
  const tasks = row.spans.flatMap((span) => span.tasks)
  const inside = new Set(referencesIn(tasks))
  const doubled = [...inside].find((one) => bearersOf(definition, one) > 1)
  if (doubled !== undefined) return { refusal: `Two tasks are called ${doubled}: rename one first.` }
  const refusal = cannotExtract(definition, tasks, inside)
  if (refusal !== null) return { refusal }

  const { tasks: moved, inputs } = readFromInputs(definition, tasks, inside)
  const reference = freeReference(`${name.replace(/\W+/g, '_')}_ref`, allReferences(definition))
  const task: GraphTask = {
    name,
    taskReferenceName: reference,
    type: 'SUB_WORKFLOW',
    inputParameters: Object.fromEntries([...inputs].map(([input, source]) => [input, `\${${source}}`])),
    subWorkflowParam: { name, version: 1 },
  }
  const replaced = updateList(definition, row.place.list, (list) => list.toSpliced(row.place.index, tasks.length, task))
  const { parent, outputs } = readFromOutputs(replaced, reference, inside)
  return {
    parent,
    task,
    child: childOf(definition, { name, tasks: moved, inputs, outputs }),
  }
}

interface Child {
  readonly name: string
  readonly tasks: readonly GraphTask[]
  readonly inputs: ReadonlyMap<string, string>
  readonly outputs: ReadonlyMap<string, string>
}

function childOf(definition: Definition, { name, tasks, inputs, outputs }: Child): Definition {
  const { ownerEmail, variables } = definition
  const text = JSON.stringify(tasks)
  return {
    name,
    description: `Part of ${definition.name}.`,
    version: 1,
    schemaVersion: 2,
    ...(ownerEmail ? { ownerEmail } : {}),
    inputParameters: [...inputs.keys()],
    ...(variables && text.includes('workflow.variables.') ? { variables } : {}),
    outputParameters: Object.fromEntries([...outputs].map(([output, source]) => [output, `\${${source}}`])),
    tasks: [...tasks],
  }
}

function bearersOf(definition: Definition, reference: string): number {
  return [...allTasks(definition)].filter(({ task }) => task.taskReferenceName === reference).length
}
