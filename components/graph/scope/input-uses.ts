import type { Definition } from '@/components/graph/definition'
import { expressionUses } from './expression-uses'

/** The inputs that the definition reads: what a run is given, though nobody has declared it. */
export function inputUses(definition: Definition): ReadonlySet<string> {
  const names = new Set<string>()
  for (const { reference } of expressionUses(definition)) {
    const [first, name] = reference.members
    if (reference.root === 'workflow' && first === 'input' && name) names.add(name)
  }
  return names
}
