import type { Definition, GraphTask } from '@/components/graph/definition'
import { newTasks } from '@/components/graph/new-tasks'
import { TASK_KINDS } from '@/components/graph/task-catalog'

/** One of every task type that the engine runs, outside and inside of each container. */
export function kitchenSink(): Definition {
  let tasks: GraphTask[] = []
  const add = (made: readonly GraphTask[]) => {
    tasks = [...tasks, ...made]
  }
  const fresh = (type: string) => newTasks(type, { name: 'sink', tasks })
  const types = TASK_KINDS.map((kind) => kind.type).filter((type) => type !== 'JOIN' && type !== 'EXCLUSIVE_JOIN')
  for (const type of types.filter((one) => one !== 'TERMINATE')) add(fresh(type))
  const inner = () => {
    const made: GraphTask[] = []
    for (const type of types) made.push(...newTasks(type, { name: 'sink', tasks: [...tasks, ...made] }))
    return made
  }
  const [loop] = fresh('DO_WHILE') as [GraphTask]
  add([{ ...loop, loopOver: inner() }])
  const [choice] = fresh('SWITCH') as [GraphTask]
  add([{ ...choice, decisionCases: { yes: inner() }, defaultCase: fresh('NOOP') }])
  const [fork, join] = fresh('FORK_JOIN') as [GraphTask, GraphTask]
  const branch = inner()
  add([
    { ...fork, forkTasks: [branch] },
    { ...join, joinOn: [branch.at(-1)?.taskReferenceName as string] },
    ...fresh('EXCLUSIVE_JOIN').map((task) => ({ ...task, joinOn: [choice.taskReferenceName] })),
  ])
  return { name: 'kitchen_sink', version: 1, schemaVersion: 2, tasks }
}
