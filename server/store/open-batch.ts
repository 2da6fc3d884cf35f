import type { Client } from 'pg'
import { refreshClaims } from '@/server/engine/execution'
import { isWide } from '@/server/engine/wide-events'
import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import type { Findings, StoreParts } from './batch'
import type { Entry } from './cache'
import { followsIn, lockOfFollowers } from './followers'
import type { EventItem, Item, StartItem } from './item'
import { lockOfKey } from './key-holder'
import { loadEntries } from './load-entries'
import { isLimited, isReopening } from './quota'
import { findByKey, type WorkflowKey } from './sql/find-by-key'
import { type LockedRow, lockExecutions } from './sql/lock-executions'
import { lockNames } from './sql/lock-names'
import { type ClaimRow, readClaimsOfExecutions, readClaimsOfTasks } from './sql/read-claims'
import { readClock } from './sql/read-clock'
import { readUsage } from './sql/read-usage'
import { readWaiting } from './sql/read-waiting'
import { together } from './sql/run'
import { monthOf } from './sql/spend-runs'
import { readStoredBytes } from './sql/stored-bytes'
import { takeMail } from './sql/take-mail'

/**
 * Begins the transaction and learns everything the decisions need. All statements leave together; only executions
 * that are not in the cache, or changed on another replica, cost a second round trip.
 */
export interface Opening {
  readonly entries: Map<WorkflowId, Entry>
  readonly findings: Findings
}

export async function openBatch(client: Client, parts: StoreParts, items: readonly Item[]): Promise<Opening> {
  const starts = items.filter((item) => item.kind === 'start')
  const events = items.filter((item) => item.kind === 'event')
  const ids = lockedIds(items)
  const limited = limitedNamespaces(parts, items)
  const follows = followsIn(items)
  const environments = await environmentsOf(parts, items)
  const [, , locked, now, claims, mail, findings, usage, storedBytes, waiting] = await together(client, () =>
    Promise.all([
      client.query('begin'),
      lockFirst(client, { starts, limited, follows }),
      ids.length === 0 ? [] : lockExecutions(client, ids),
      readClock(client),
      claimsOf(client, events),
      mailOf(client, events),
      findingsOfStarts(client, parts, starts),
      limited.length === 0 ? [] : readUsage(client, limited, monthOf(Date.now())),
      parts.quotas.storedBytes === null ? new Map() : readStoredBytes(client, namespacesOf(items)),
      follows.length === 0
        ? new Map()
        : readWaiting(
            client,
            follows.map(({ event }) => event.follower.workflowId),
          ),
    ]),
  )
  const entries = await entriesOf(client, parts, locked)
  for (const [id, rows] of Map.groupBy(claims.flat(), (row) => row.workflowId)) {
    const entry = entries.get(id)
    if (entry)
      refreshClaims(
        entry.execution,
        rows.map(({ workflowId: _, ...claim }) => claim),
      )
  }
  return {
    entries,
    findings: {
      now,
      mail,
      ...findings,
      environments,
      storedBytes,
      waiting,
      usage: new Map(usage.map((each) => [each.namespaceId, each])),
    },
  }
}

/** As they are now, so that one batch sees one state of them; asked for only where this process does not know. */
async function environmentsOf({ environment }: StoreParts, items: readonly Item[]): Promise<Findings['environments']> {
  const ids = new Set(items.map(({ namespaceId }) => namespaceId))
  const loaded = await environment.prepare(ids)
  return new Map([...ids].flatMap((id) => [[id, environment.known(id) ?? loaded?.get(id) ?? {}] as const]))
}

/** A start that was sent before, or whose sender chose the id, may have been committed already. */
function lockedIds(items: readonly Item[]): WorkflowId[] {
  const existing = items.filter(
    (item) => item.kind !== 'start' || item.attempts > 1 || item.start.workflowId !== undefined,
  )
  return [...new Set(existing.map((item) => item.workflowId))]
}

async function entriesOf(
  client: Client,
  parts: StoreParts,
  locked: readonly LockedRow[],
): Promise<Map<WorkflowId, Entry>> {
  const entries = new Map<WorkflowId, Entry>()
  const stale: WorkflowId[] = []
  for (const { workflowId, revision, isWaiting } of locked) {
    const cached = parts.cache.get(workflowId)
    const { workflow } = cached?.execution ?? {}
    const isSame = workflow?.revision === revision && (workflow.gate?.waiting ?? false) === isWaiting
    if (cached && isSame) entries.set(workflowId, cached)
    else stale.push(workflowId)
  }
  const loaded = stale.length === 0 ? [] : await loadEntries(client, stale, parts.snapshots)
  for (const entry of loaded) entries.set(entry.execution.workflow.workflowId, entry)
  return entries
}

interface LockedFirst {
  readonly starts: readonly StartItem[]
  readonly limited: readonly NamespaceId[]
  readonly follows: readonly { readonly namespaceId: NamespaceId }[]
}

/** Before the rows. */
function lockFirst(client: Client, { starts, limited, follows }: LockedFirst): Promise<unknown> | null {
  const keyed = starts.filter(({ start }) => start.idempotencyKey !== null)
  const names = [
    ...keyed.map((item) => lockOfKey(keyOf(item))),
    ...limited.map((namespaceId) => `starts ${namespaceId}`),
    ...follows.map(lockOfFollowers),
  ]
  return names.length === 0 ? null : lockNames(client, names)
}

function claimsOf(client: Client, events: readonly EventItem[]): Promise<ClaimRow[][]> {
  const tasks = new Set<TaskId>()
  const executions = new Set<WorkflowId>()
  for (const { event, workflowId } of events) {
    if (event.type === 'task-result' || event.type === 'redrive' || event.type === 'taken') tasks.add(event.taskId)
    else if (isWide(event) && event.type !== 'start') executions.add(workflowId)
  }
  return Promise.all([
    tasks.size === 0 ? [] : readClaimsOfTasks(client, [...tasks]),
    executions.size === 0 ? [] : readClaimsOfExecutions(client, [...executions]),
  ])
}

function mailOf(client: Client, events: readonly EventItem[]): Promise<Set<string>> | Set<string> {
  const ids = events.map(({ inboxId }) => inboxId).filter((id) => id !== null)
  return ids.length === 0 ? new Set() : takeMail(client, ids)
}

async function findingsOfStarts(client: Client, parts: StoreParts, starts: readonly StartItem[]) {
  if (starts.length === 0) return { resolutions: new Map(), holders: new Map() }
  const keyed = starts.filter(({ start }) => start.idempotencyKey !== null)
  const [resolutions, holders] = await Promise.all([
    parts.definitions.resolve(
      client,
      starts.map(({ namespaceId, start }) => ({ namespaceId, ...start })),
    ),
    keyed.length === 0 ? [] : findByKey(client, keyed.map(keyOf)),
  ])
  return {
    resolutions: new Map(starts.map((item, i) => [item, resolutions[i]] as const).filter(isFound)),
    holders: new Map(keyed.map((item, i) => [item, holders[i]] as const).filter(isFound)),
  }
}

/** Namespaces whose quotas this batch may spend. */
function limitedNamespaces({ quotas }: StoreParts, items: readonly Item[]): NamespaceId[] {
  if (!isLimited(quotas)) return []
  const spending = items.filter((item) => item.kind === 'start' || isReopening(item))
  return [...new Set(spending.map(({ namespaceId }) => namespaceId))]
}

function keyOf({ namespaceId, start }: StartItem): WorkflowKey {
  return { namespaceId, name: start.name, idempotencyKey: start.idempotencyKey ?? '' }
}

function isFound<K, V>(pair: readonly [K, V | undefined]): pair is readonly [K, V] {
  return pair[1] !== undefined
}

function namespacesOf(items: readonly Item[]): NamespaceId[] {
  return [...new Set(items.map(({ namespaceId }) => namespaceId))]
}
