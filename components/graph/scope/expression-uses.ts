import type { Definition, JsonPath } from '@/components/graph/definition'
import { findReferences, type Reference } from '@/server/engine/expressions/references'
import type { Json } from '@/server/model/json'
import { analyzeScope, type Reader } from './analyze-scope'

/** One `${…}`: who reads it, and where it stands in the definition. */
export interface ExpressionUse {
  readonly reader: Reader
  readonly pointer: JsonPath
  readonly reference: Reference
}

const known = new WeakMap<Definition, readonly ExpressionUse[]>()

/** Every place of a definition where the engine puts in values, and nothing else. */
export function expressionUses(definition: Definition): readonly ExpressionUse[] {
  const before = known.get(definition)
  if (before !== undefined) return before
  const uses = analyzeScope(definition).tasks.flatMap(({ index, task, path }) => {
    const { workflowDefinition, ...child } = task.subWorkflowParam ?? {}
    const read = {
      inputParameters: task.inputParameters,
      // An inline definition is a workflow of its own; a text is an expression that yields one.
      subWorkflowParam: typeof workflowDefinition === 'string' ? { ...child, workflowDefinition } : child,
      items: task.items,
      sink: task.sink,
    }
    return usesIn(read as Json, { kind: 'task', index }, path)
  })
  const outputs = usesIn({ outputParameters: definition.outputParameters ?? {} } as Json, { kind: 'outputs' }, [])
  const all = [...uses, ...outputs]
  known.set(definition, all)
  return all
}

function usesIn(value: Json, reader: Reader, path: JsonPath): ExpressionUse[] {
  return findReferences(value).map((reference) => ({ reader, reference, pointer: [...path, ...reference.pointer] }))
}
