import type { ScriptPool } from '@/server/executors/script-pool'
import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'
import type { Json, JsonObject } from '@/server/model/json'
import type { SchemaRef } from '@/server/model/schema-def'
import { type SchemaShelf, type Shelf, schemaOf } from './schema-shelf'

export interface Checker {
  readonly scripts: ScriptPool
  readonly shelf: SchemaShelf
}

/** What is wrong with a value, in a sentence; null: nothing, or there is nothing to hold it against. */
export async function valueProblem(
  app: Checker,
  namespaceId: NamespaceId,
  asked: { readonly shelf: Shelf; readonly ref: SchemaRef; readonly value: JsonObject },
): Promise<string | null> {
  const schema = schemaOf(asked.shelf, asked.ref)
  if (schema === null) return null
  const problems = await problemsWith(app, namespaceId, { schema, value: asked.value })
  const { name, version } = asked.ref
  const called = name ? ` ${name}${version ? `.${version}` : ''}` : ''
  return problems.length === 0 ? null : `It does not match the schema${called}: ${problems.join('; ')}`
}

export async function problemsWith(
  { scripts }: Pick<Checker, 'scripts'>,
  namespaceId: NamespaceId,
  { schema, value }: { readonly schema: JsonObject; readonly value: Json },
): Promise<readonly string[]> {
  const outcome = await scripts.evaluate({
    namespaceId: String(namespaceId),
    language: 'json-schema',
    expression: JSON.stringify(schema),
    input: value,
  })
  if (!outcome.ok) return [`the schema cannot be used: ${outcome.message}`]
  return Array.isArray(outcome.value) ? outcome.value.map(String) : []
}

/** Whether it is a schema at all, asked before it is kept. */
export async function requireSchema(app: Pick<Checker, 'scripts'>, namespaceId: NamespaceId, schema: JsonObject) {
  const [problem] = await problemsWith(app, namespaceId, { schema, value: null })
  if (problem?.startsWith('the schema cannot be used'))
    throw new AppError('BAD_REQUEST', `Not a JSON Schema: ${problem}`)
}
