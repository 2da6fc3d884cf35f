import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import { type Checker, valueProblem } from './check-value'

interface Payload {
  readonly side: 'input' | 'output'
  readonly schema: SchemaRef
  readonly value: JsonObject
}

/** Why a task may not begin with an input or end with an output; null: its definition's schema has nothing against it. */
export async function taskRefusal(
  app: Checker,
  namespaceId: NamespaceId,
  { side, schema, value }: Payload,
): Promise<string | null> {
  const shelf = app.shelf.peek(namespaceId) ?? (await app.shelf.get(namespaceId))
  const problem = await valueProblem(app, namespaceId, { shelf, ref: schema, value })
  return problem === null ? null : `The ${side} of the task is refused. ${problem}`
}
