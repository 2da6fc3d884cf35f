import type { WorkflowTask } from '@/server/model/workflow-def'
import type { Place, Pointer } from './problem'

/** A task of a definition with its surroundings. */
export interface PlacedTask {
  readonly task: WorkflowTask
  readonly place: Place
  /** The list it stands in, and its position there. */
  readonly siblings: readonly WorkflowTask[]
  readonly position: number
  readonly topLevel: boolean
  /** Conductor does not look into the body of a loop. */
  readonly inLoop: boolean
}

interface TaskList {
  readonly tasks: readonly WorkflowTask[]
  readonly path: string
  readonly pointer: Pointer
  readonly topLevel?: boolean
  readonly inLoop: boolean
}

/** Every task, outer before inner, in reading order. */
export function walkTasks(tasks: readonly WorkflowTask[], root: string): readonly PlacedTask[] {
  return walkList({ tasks, path: `${root}.tasks`, pointer: ['tasks'], topLevel: true, inLoop: false })
}

function walkList(list: TaskList): PlacedTask[] {
  return list.tasks.flatMap((task, position) => {
    const path = `${list.path}[${position}]`
    const pointer = [...list.pointer, position]
    const place =
      task.taskReferenceName === '' ? { path, pointer } : { path, pointer, taskReferenceName: task.taskReferenceName }
    const { topLevel = false, inLoop } = list
    const placed = { task, place, siblings: list.tasks, position, topLevel, inLoop }
    return [placed, ...innerLists(placed).flatMap(walkList)]
  })
}

/** Paths are written as Hibernate's validator writes them. */
function innerLists({ task, place, inLoop }: PlacedTask): TaskList[] {
  const list = (tasks: readonly WorkflowTask[], path: string, steps: Pointer): TaskList => ({
    tasks,
    path: `${place.path}.${path}`,
    pointer: [...place.pointer, ...steps],
    inLoop: inLoop || steps[0] === 'loopOver',
  })
  return [
    ...Object.entries(task.decisionCases).map(([name, tasks]) =>
      list(tasks, `decisionCases[${name}].<map value>`, ['decisionCases', name]),
    ),
    list(task.defaultCase, 'defaultCase', ['defaultCase']),
    ...task.forkTasks.map((tasks, at) => list(tasks, `forkTasks[${at}].<list element>`, ['forkTasks', at])),
    list(task.loopOver, 'loopOver', ['loopOver']),
  ]
}
