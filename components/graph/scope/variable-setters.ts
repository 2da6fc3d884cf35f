import type { Definition } from '@/components/graph/definition'
import { analyzeScope } from './analyze-scope'
import type { NumberedTask } from './number-tasks'

const known = new WeakMap<Definition, ReadonlyMap<string, readonly NumberedTask[]>>()

/** By name, the SET_VARIABLE tasks that set it. */
export function variableSetters(definition: Definition): ReadonlyMap<string, readonly NumberedTask[]> {
  const before = known.get(definition)
  if (before !== undefined) return before
  const setters = new Map<string, NumberedTask[]>()
  for (const item of analyzeScope(definition).tasks) {
    if (item.type !== 'SET_VARIABLE') continue
    for (const name of Object.keys(item.task.inputParameters ?? {})) {
      setters.set(name, [...(setters.get(name) ?? []), item])
    }
  }
  known.set(definition, setters)
  return setters
}
