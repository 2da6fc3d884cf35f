import type { Client } from 'pg'
import type { DefinitionSnapshot } from '@/server/model/execution'
import type { NamespaceId } from '@/server/model/ids'
import { type TaskDef, taskDefSchema } from '@/server/model/task-def'
import { tasksByRef } from '@/server/model/tasks-by-ref'
import { type WorkflowDef, workflowDefSchema } from '@/server/model/workflow-def'
import { pinChildren, unpinnedChildren } from './pin-versions'
import { hashOf } from './snapshots'
import { latestVersions, loadTaskDefinitions, loadWorkflowDefinition } from './sql/load-definitions'
import { type Dependency, probeDefinitions } from './sql/probe-definitions'

/**
 * From a name and version to what an execution keeps: the definition, its children's versions pinned, and the task
 * definitions in force. Results are cached with the tags of everything they were made from; one probe inside the
 * batch's transaction says whether they still hold, whichever replica wrote meanwhile.
 */
export interface DefinitionRequest {
  readonly namespaceId: NamespaceId
  readonly name: string
  readonly version: number | null
  /** Given along instead of registered. */
  readonly definition: WorkflowDef | null
}

export type Resolution =
  | { readonly ok: true; readonly snapshot: DefinitionSnapshot; readonly hash: string; readonly body: string }
  | { readonly ok: false; readonly message: string }

export interface DefinitionCache {
  resolve(client: Client, requests: readonly DefinitionRequest[]): Promise<Resolution[]>
}

interface Cached {
  readonly dependencies: readonly Dependency[]
  readonly tags: readonly string[]
  readonly resolution: Resolution
}

const MAX_ENTRIES = 1_000

export function createDefinitionCache(): DefinitionCache {
  const cache = new Map<string, Cached>()

  const remember = (key: string, made: Cached): Cached => {
    const [oldest] = cache.keys()
    if (cache.size >= MAX_ENTRIES && oldest !== undefined) cache.delete(oldest)
    cache.set(key, made)
    return made
  }

  return {
    async resolve(client, requests) {
      const wanted = new Map(requests.map((request) => [keyOf(request), request]))
      const known = [...wanted.keys()].filter((key) => cache.has(key))
      const fresh = await stillValid(client, cache, known)
      for (const [key, request] of wanted) if (!fresh.has(key)) remember(key, await make(client, request))
      return requests.map((request) => cache.get(keyOf(request))?.resolution ?? refusal(request))
    },
  }
}

function keyOf({ namespaceId, name, version, definition }: DefinitionRequest): string {
  return definition === null
    ? `${namespaceId} ${version ?? 'latest'} ${name}`
    : `${namespaceId} inline ${JSON.stringify(definition)}`
}

async function stillValid(
  client: Client,
  cache: ReadonlyMap<string, Cached>,
  keys: readonly string[],
): Promise<Set<string>> {
  const all = keys.flatMap((key) => cache.get(key)?.dependencies ?? [])
  const tags = all.length === 0 ? [] : await probeDefinitions(client, all)
  const valid = new Set<string>()
  let next = 0
  for (const key of keys) {
    const cached = cache.get(key)
    const expected = cached?.tags ?? []
    if (expected.every((tag, i) => tags[next + i] === tag)) valid.add(key)
    next += expected.length
  }
  return valid
}

async function make(client: Client, request: DefinitionRequest): Promise<Cached> {
  const { namespaceId, name, version } = request
  const own: Dependency[] = request.definition ? [] : [{ kind: 'workflow', namespaceId, name, version }]
  const definition = request.definition ?? (await registered(client, request))
  if (definition === null) {
    return { dependencies: own, tags: await tagsOf(client, own), resolution: refusal(request) }
  }
  const children = unpinnedChildren(definition)
  const taskNames = isDynamic(definition) ? null : namesOf(definition)
  const dependencies: Dependency[] = [
    ...own,
    ...children.map((child) => ({ kind: 'workflow', namespaceId, name: child, version: null }) as const),
    ...(taskNames?.map((task) => ({ kind: 'task', namespaceId, name: task }) as const) ?? [
      { kind: 'all-tasks', namespaceId } as const,
    ]),
  ]
  // The tags come first: what changes in between is then seen as changed by the next probe.
  const tags = await tagsOf(client, dependencies)
  const latest = await latestVersions(client, namespaceId, children)
  const missing = children.find((child) => !latest.has(child))
  if (missing !== undefined) {
    return { dependencies, tags, resolution: refusal({ ...request, name: missing, version: null }) }
  }
  const taskDefs = await taskDefsOf(client, namespaceId, taskNames)
  const snapshot = { definition: pinChildren(definition, latest), taskDefs }
  return { dependencies, tags, resolution: { ok: true, snapshot, ...hashOf(snapshot) } }
}

const tagsOf = (client: Client, dependencies: readonly Dependency[]): Promise<string[]> =>
  dependencies.length === 0 ? Promise.resolve([]) : probeDefinitions(client, dependencies)

async function registered(client: Client, request: DefinitionRequest): Promise<WorkflowDef | null> {
  const body = await loadWorkflowDefinition(client, request)
  return body === undefined ? null : workflowDefSchema.parse(body)
}

async function taskDefsOf(
  client: Client,
  namespaceId: NamespaceId,
  names: readonly string[] | null,
): Promise<Record<string, TaskDef>> {
  const rows = await loadTaskDefinitions(client, namespaceId, names)
  return Object.fromEntries(rows.map(({ name, body }) => [name, taskDefSchema.parse(body)]))
}

function namesOf(definition: WorkflowDef): string[] {
  return [...new Set([...tasksByRef(definition).values()].map((task) => task.name))]
}

/** Tasks of a fork or name that only the run knows may use any task definition of the namespace. */
function isDynamic(definition: WorkflowDef): boolean {
  return [...tasksByRef(definition).values()].some(({ type }) => type === 'FORK_JOIN_DYNAMIC' || type === 'DYNAMIC')
}

function refusal({ name, version }: Pick<DefinitionRequest, 'name' | 'version'>): Resolution {
  return { ok: false, message: `No such workflow defined. name=${name}, version=${version}` }
}
