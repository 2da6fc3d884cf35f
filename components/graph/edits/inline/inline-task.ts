import { allTasks } from '@/components/graph/child-lists'
import type { Definition, GraphTask, JsonPath } from '@/components/graph/definition'
import { type Rename, renameReference } from '@/components/graph/edits/rename-reference'
import { allReferences, freeReference } from '@/components/graph/references'
import { taskAt, updateList } from '@/components/graph/update-at'
import { cannotInline } from './cannot-inline'
import { leftBehind } from './left-behind'
import { readFromCard } from './read-from-card'
import { readFromTasks } from './read-from-tasks'
import { withVariables } from './shared-variables'

export interface Inlined {
  readonly definition: Definition
  /** What takes the place of the task that ran the sub-workflow. */
  readonly tasks: readonly GraphTask[]
  /** References that were taken already, and what stands in their place. */
  readonly renamed: readonly Rename[]
  /** Settings of the sub-workflow that hold no longer. */
  readonly left: readonly string[]
}

/** The tasks of a sub-workflow stand where one task ran it: the way back from `extractTasks`. */
export function inlineTask(
  definition: Definition,
  path: JsonPath,
  workflow: Definition,
): Inlined | { readonly refusal: string } {
  const card = taskAt(definition, path)
  if (card === undefined) return { refusal: 'There is no such task any more.' }
  const refusal = cannotInline({ definition, path, card, child: workflow })
  if (refusal !== null) return { refusal }
  const refusals: string[] = []
  const refuse = (why: string) => void refusals.push(why)
  const { child: named, renamed } = withFreeNames(workflow, definition, card)
  const child = readFromCard(named, card, refuse)
  const followed = readFromTasks(definition, { card, path, child }, refuse)
  if (refusals[0] !== undefined) return { refusal: refusals[0] }
  const tasks = child.tasks ?? []
  const index = path.at(-1) as number
  const placed = updateList(followed, path.slice(0, -1), (list) => list.toSpliced(index, 1, ...tasks))
  return { definition: withVariables(placed, workflow), tasks, renamed, left: leftBehind(workflow) }
}

function withFreeNames(workflow: Definition, definition: Definition, card: GraphTask) {
  const here = allReferences(definition)
  here.delete(card.taskReferenceName)
  const taken = new Set([...here, ...allReferences(workflow)])
  const renamed: Rename[] = []
  let child = workflow
  for (const { task, path } of allTasks(workflow)) {
    if (!here.has(task.taskReferenceName)) continue
    const to = freeReference(task.taskReferenceName, taken)
    renamed.push({ from: task.taskReferenceName, to })
    child = renameReference(child, path, to)
  }
  return { child, renamed }
}
