import type { Definition } from '@/components/graph/definition'
import { updateWorkflow } from '@/components/graph/edits/update-task'
import type { Fix, FixableProblem } from './fix'

/** What stands at the top of a definition. */
export function headerFixes(definition: Definition, { pointer }: FixableProblem): Fix[] {
  const [field] = pointer
  if (pointer.length !== 1) return []
  const set = (title: string, patch: Parameters<typeof updateWorkflow>[1]): Fix[] => [
    { title, apply: (now) => updateWorkflow(now, patch) },
  ]
  switch (field) {
    case 'schemaVersion':
      return set('Set it to 2', { schemaVersion: 2 })
    case 'version':
      return set('Set it to 1', { version: 1 })
    case 'timeoutSeconds':
      return set('Remove the timeout', { timeoutSeconds: 0 })
    case 'ownerEmail':
      return set('Remove it', { ownerEmail: undefined })
    case 'name': {
      const name = definition.name.trim().replaceAll(/[^\w<>{}#\s-]+/g, '_')
      return name === '' || name === definition.name ? [] : set(`Call it ${name}`, { name })
    }
    default:
      return []
  }
}
