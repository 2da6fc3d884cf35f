import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import { rowsOf } from './run'

const LOAD_WORKFLOW = {
  name: 'load-workflow-definition',
  text: `
    select version, body from workflow_definitions
    where namespace_id = $1 and name = $2 and ($3::int is null or version = $3)
    order by version desc limit 1`,
}

const LOAD_TASKS = {
  name: 'load-task-definitions',
  text: `
    select name, body from task_definitions
    where namespace_id = $1 and ($2::text[] is null or name = any($2)) order by name`,
}

const LATEST_VERSIONS = {
  name: 'latest-versions',
  text: `
    select name, max(version) as version from workflow_definitions
    where namespace_id = $1 and name = any($2::text[]) group by name`,
}

export async function loadWorkflowDefinition(
  client: Client,
  wanted: { readonly namespaceId: NamespaceId; readonly name: string; readonly version: number | null },
): Promise<unknown> {
  const values = [wanted.namespaceId, wanted.name, wanted.version]
  return (await rowsOf<{ body: unknown }>(client, LOAD_WORKFLOW, values))[0]?.body
}

/** `names` null: all of the namespace. */
export function loadTaskDefinitions(
  client: Client,
  namespaceId: NamespaceId,
  names: readonly string[] | null,
): Promise<{ readonly name: string; readonly body: unknown }[]> {
  return rowsOf(client, LOAD_TASKS, [namespaceId, names])
}

export async function latestVersions(
  client: Client,
  namespaceId: NamespaceId,
  names: readonly string[],
): Promise<Map<string, number>> {
  if (names.length === 0) return new Map()
  const rows = await rowsOf<{ name: string; version: number }>(client, LATEST_VERSIONS, [namespaceId, names])
  return new Map(rows.map(({ name, version }) => [name, version]))
}
