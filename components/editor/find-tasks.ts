import { type Definition, taskType } from '@/components/graph/definition'
import { nodeIndex } from '@/components/graph/node-index'
import { taskKind } from '@/components/graph/task-catalog'

export interface FoundTask {
  /** Of its node in the graph. */
  readonly id: string
  readonly name: string
  readonly type: string
  /** The type in the words of people. */
  readonly kind: string
}

/** Tasks whose name, reference or type holds every word; first those that begin with what was typed. */
export function findTasks(definition: Definition, search: string): readonly FoundTask[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  const found: FoundTask[] = []
  for (const [id, { task, caseKey }] of nodeIndex(definition).byId) {
    if (caseKey !== undefined) continue
    const type = taskType(task)
    const kind = taskKind(type)?.label ?? type
    const text = `${task.name} ${task.taskReferenceName} ${type} ${kind}`.toLowerCase()
    if (words.every((word) => text.includes(word))) found.push({ id, name: task.name || id, type, kind })
  }
  const begins = ({ id, name, kind }: FoundTask) =>
    [name, id, kind].some((text) => text.toLowerCase().startsWith(words.join(' ')))
  return [...found.filter(begins), ...found.filter((task) => !begins(task))]
}
