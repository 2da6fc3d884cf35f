import { allTasks } from './child-lists'
import { type Definition, type GraphTask, taskType } from './definition'
import { INSIDE } from './graph-model'

export interface WantedWorkflow {
  readonly name: string
  /** Null: the newest. */
  readonly version: number | null
}

export interface OpenSubs {
  /** What can be drawn now, by the id of the sub-workflow task. */
  readonly opened: ReadonlyMap<string, Definition>
  /** What must be fetched first. */
  readonly wanted: readonly WantedWorkflow[]
}

/** From the tasks somebody opened, also inside of others, to the definitions to draw there. */
export function openSubs(
  definition: Definition,
  ids: ReadonlySet<string>,
  known: (wanted: WantedWorkflow) => Definition | undefined,
): OpenSubs {
  const opened = new Map<string, Definition>()
  const wanted: WantedWorkflow[] = []
  const byDepth = [...ids].sort((a, b) => a.split(INSIDE).length - b.split(INSIDE).length)
  for (const id of byDepth) {
    const workflow = workflowAt(definition, opened, id)
    if (workflow === null) continue
    const child = known(workflow)
    if (child === undefined) wanted.push(workflow)
    else opened.set(id, child)
  }
  return { opened, wanted }
}

/** What the sub-workflow task with this id runs; null: it is none, or only the run will tell. */
export function workflowAt(
  definition: Definition,
  opened: ReadonlyMap<string, Definition>,
  id: string,
): WantedWorkflow | null {
  const steps = id.split(INSIDE)
  const parent = steps.length === 1 ? definition : opened.get(steps.slice(0, -1).join(INSIDE))
  if (parent === undefined) return null
  const task = taskCalled(parent, steps.at(-1) as string)
  if (task === undefined || taskType(task) !== 'SUB_WORKFLOW') return null
  const { name, version } = task.subWorkflowParam ?? {}
  if (!name || name.includes('${')) return null
  return { name, version: typeof version === 'number' ? version : null }
}

function taskCalled(definition: Definition, reference: string): GraphTask | undefined {
  for (const { task } of allTasks(definition)) if (task.taskReferenceName === reference) return task
  return undefined
}
