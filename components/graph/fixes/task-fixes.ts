import { type Definition, type GraphTask, taskType } from '@/components/graph/definition'
import { deleteTask } from '@/components/graph/edits/delete-task'
import { updateTask } from '@/components/graph/edits/update-task'
import { nearestName } from '@/components/graph/scope/nearest-name'
import { TASK_KINDS } from '@/components/graph/task-catalog'
import { taskAt } from '@/components/graph/update-at'
import { isSystemTaskType } from '@/server/model/task-types'
import type { Fix, FixableProblem } from './fix'

/** What a task as a whole can be helped with. */
export function taskFixes(definition: Definition, { pointer, message }: FixableProblem): Fix[] {
  if (pointer.at(-1) === 'type') return typeFixes(definition, pointer.slice(0, -1))
  const task = taskAt(definition, pointer)
  if (task === undefined || typeof task.taskReferenceName !== 'string') return []
  const set = (title: string, patch: Partial<GraphTask>): Fix => ({
    title,
    apply: (now) => updateTask(now, pointer, patch),
  })
  if (/is never reached/.test(message)) return [{ title: 'Delete it', apply: (now) => deleteTask(now, pointer) }]
  const inputs = task.inputParameters ?? {}
  switch (taskType(task)) {
    case 'TERMINATE':
      if (/cannot be optional/.test(message)) {
        return [{ title: 'Make it not optional', apply: (now) => updateTask(now, pointer, { optional: undefined }) }]
      }
      return /terminationStatus/.test(message)
        ? ['COMPLETED', 'FAILED'].map((status) =>
            set(`End as ${status}`, { inputParameters: { ...inputs, terminationStatus: status } }),
          )
        : []
    case 'WAIT': {
      if (!/Both 'duration' and 'until'/.test(message)) return []
      const { duration: _, ...dated } = inputs
      const { until: __, ...timed } = inputs
      return [set('Keep the duration', { inputParameters: timed }), set('Keep the date', { inputParameters: dated })]
    }
    default:
      return []
  }
}

/** A type that nobody knows is the name of a worker, or one letter off. */
function typeFixes(definition: Definition, path: FixableProblem['pointer']): Fix[] {
  const task = taskAt(definition, path)
  if (task === undefined || isSystemTaskType(taskType(task))) return []
  const type = nearestName(
    taskType(task),
    TASK_KINDS.map((kind) => kind.type),
  )
  return type === null ? [] : [{ title: `Make it ${type}`, apply: (now) => updateTask(now, path, { type }) }]
}
