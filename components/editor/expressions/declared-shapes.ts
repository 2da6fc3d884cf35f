import type { QueryClient } from '@tanstack/react-query'
import type { useTRPC } from '@/components/api/trpc'
import { type GraphTask, taskType } from '@/components/graph/definition'
import { shapeOfSchema } from '@/components/graph/scope/schema-shape'
import { ANY, merge, object, type Shape } from '@/components/graph/scope/shape'
import { isJsonObject } from '@/server/model/json'

/** Where declarations are asked for. */
export interface Registry {
  readonly trpc: ReturnType<typeof useTRPC>
  readonly queries: QueryClient
}

type SchemaRef = Readonly<Record<string, unknown>>

/** The schema itself, or a registered one by its name. */
export async function shapeOfReference(registry: Registry, reference: SchemaRef | null | undefined): Promise<Shape> {
  const { name, version, data } = reference ?? {}
  if (isJsonObject(data as never)) return shapeOfSchema(data as never)
  if (typeof name !== 'string' || name === '') return ANY
  const { trpc, queries } = registry
  const wanted = { name, version: typeof version === 'number' ? version : null }
  const schema = await queries.fetchQuery(trpc.definitions.schema.queryOptions(wanted))
  return schema.type === 'JSON' ? shapeOfSchema(schema.data ?? undefined) : ANY
}

/** What a worker's task definition says of its output, and what the workflow behind a SUB_WORKFLOW puts out. */
export async function declaredOutput(registry: Registry, task: GraphTask): Promise<Shape> {
  const { trpc, queries } = registry
  const { name, version } = task.subWorkflowParam ?? {}
  if (taskType(task) === 'SUB_WORKFLOW') {
    if (!name || name.includes('${') || typeof version === 'string') return ANY
    const child = await queries.fetchQuery(trpc.definitions.get.queryOptions({ name, version: version ?? null }))
    return merge(named(Object.keys(child.outputParameters)), await shapeOfReference(registry, child.outputSchema))
  }
  if (taskType(task) !== 'SIMPLE') return ANY
  const definition = await queries.fetchQuery(trpc.taskDefinitions.get.queryOptions({ name: task.name }))
  return merge(named(definition.outputKeys), await shapeOfReference(registry, definition.outputSchema))
}

function named(keys: readonly string[]): Shape {
  return keys.length === 0 ? ANY : object(Object.fromEntries(keys.map((key) => [key, ANY])))
}
