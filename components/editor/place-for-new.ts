import { type Place, taskType } from '@/components/graph/definition'
import { type IndexedNode, nodeIndex } from '@/components/graph/node-index'
import { spanAt } from '@/components/graph/task-span'
import type { EditorSession } from './session'

/** Behind the selected task, into the selected case, or at the end of the workflow. */
export function placeForNew({ document, ui }: EditorSession): Place {
  const { definition } = document.getState()
  const { selected } = ui.getState()
  const node = selected === null ? undefined : nodeIndex(definition).byId.get(selected)
  if (node === undefined) return { list: ['tasks'], index: definition.tasks?.length ?? 0 }
  if (node.caseKey !== undefined) return placeInCase(node.path, node.caseKey)
  const { list, start, tasks } = spanAt(definition, node.path)
  return { list, index: start + tasks.length }
}

/** First into a case or a loop; null: the task has no such inside. */
export function placeInside({ path, task, caseKey }: IndexedNode): Place | null {
  if (caseKey !== undefined) return placeInCase(path, caseKey)
  return taskType(task) === 'DO_WHILE' ? { list: [...path, 'loopOver'], index: 0 } : null
}

function placeInCase(path: IndexedNode['path'], key: string | null): Place {
  return { list: [...path, ...(key === null ? ['defaultCase'] : ['decisionCases', key])], index: 0 }
}
