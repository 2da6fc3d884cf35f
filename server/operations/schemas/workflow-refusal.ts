import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import { type Checker, valueProblem } from './check-value'

interface Payload {
  readonly side: 'input' | 'output'
  /** Of the workflow. */
  readonly name: string
  readonly schema: SchemaRef
  readonly value: JsonObject
}

/** Why a workflow may not begin with an input or end with an output; null: its schema has nothing against it. */
export async function workflowRefusal(
  app: Checker,
  namespaceId: NamespaceId,
  { side, name, schema, value }: Payload,
): Promise<string | null> {
  const shelf = app.shelf.peek(namespaceId) ?? (await app.shelf.get(namespaceId))
  const problem = await valueProblem(app, namespaceId, { shelf, ref: schema, value })
  return problem === null ? null : `The ${side} of the workflow ${name} is refused. ${problem}`
}
