import { allTasks } from '@/components/graph/child-lists'
import type { Definition } from '@/components/graph/definition'
import { renameReference } from '@/components/graph/edits/rename-reference'
import { allReferences, freeReference } from '@/components/graph/references'
import { taskAt } from '@/components/graph/update-at'
import type { Fix, FixableProblem } from './fix'

/** A reference that is missing, borne by two, or confused with the turns of a loop. */
export function referenceFixes(definition: Definition, { pointer }: FixableProblem): Fix[] {
  if (pointer.at(-1) !== 'taskReferenceName') return []
  const path = pointer.slice(0, -1)
  const task = taskAt(definition, path)
  if (task === undefined) return []
  const { taskReferenceName: reference = '', name } = task
  const bearers = [...allTasks(definition)].filter((one) => one.task.taskReferenceName === reference).length
  const wanted = reference.includes('__') ? reference.replaceAll(/_{2,}/g, '_') : reference || name || 'task'
  if (bearers < 2 && wanted === reference) return []
  const free = freeReference(wanted, allReferences(definition))
  const title = `Call it ${free}`
  const apply = (now: Definition) => renameReference(now, path, free)
  // Of a name that two bear, what is kept under it stays with the other.
  return [
    bearers === 1 && reference !== '' ? { title, apply, rename: { from: reference, to: free } } : { title, apply },
  ]
}
