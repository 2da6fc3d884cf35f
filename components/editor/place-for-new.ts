import type { Place } from '@/components/graph/definition'
import { nodeIndex } from '@/components/graph/node-index'
import { spanAt } from '@/components/graph/task-span'
import type { EditorSession } from './session'

/** Behind the selected task, into the selected case, or at the end of the workflow. */
export function placeForNew({ document, ui }: EditorSession): Place {
  const { definition } = document.getState()
  const { selected } = ui.getState()
  const node = selected === null ? undefined : nodeIndex(definition).byId.get(selected)
  if (node === undefined) return { list: ['tasks'], index: definition.tasks?.length ?? 0 }
  if (node.caseKey !== undefined) {
    const list = node.caseKey === null ? ['defaultCase'] : ['decisionCases', node.caseKey]
    return { list: [...node.path, ...list], index: 0 }
  }
  const { list, start, tasks } = spanAt(definition, node.path)
  return { list, index: start + tasks.length }
}
