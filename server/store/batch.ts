import type { Client } from 'pg'
import type { DecideContext } from '@/server/engine/context'
import type {
  CheckOutputEffect,
  EvaluateEffect,
  PerformEffect,
  RecallEffect,
  StartWorkflowEffect,
} from '@/server/engine/decision'
import type { AppError } from '@/server/model/errors'
import type { NamespaceId, TaskId, WorkflowId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { Limits, StartQuotas } from '@/server/model/limits'
import type { SchemaRef } from '@/server/model/schema-def'
import type { Seat } from '@/server/queue/poller'
import type { QueueKey } from '@/server/queue/queue-key'
import type { Entry, ExecutionCache } from './cache'
import type { DefinitionCache, Resolution } from './definitions'
import type { Environment, Variables } from './environment'
import type { Item, StartItem, SubmitOutcome } from './item'
import type { Ledger } from './ledger'
import type { SnapshotCache } from './snapshots'
import type { KeyHolder } from './sql/find-by-key'
import type { Usage } from './sql/read-usage'
import type { Waiting } from './sql/read-waiting'

/** What all batches share. */
export interface StoreParts {
  readonly cache: ExecutionCache
  readonly snapshots: SnapshotCache
  readonly definitions: DefinitionCache
  readonly contextFor: (namespaceId: NamespaceId, now: number, env: DecideContext['env']) => DecideContext
  readonly environment: Pick<Environment, 'known' | 'prepare'>
  readonly seat: (key: QueueKey) => Seat | null
  readonly limits: Pick<Limits, 'descendants' | 'cachedResults' | 'logsPerTask'>
  readonly quotas: StartQuotas
}

/** One transaction under way: what it found, what it decided so far, what happens once it has committed. */
export interface Batch {
  readonly client: Client
  readonly parts: StoreParts
  readonly ledger: Ledger
  readonly entries: Map<WorkflowId, Entry>
  readonly findings: Findings
  readonly verdicts: Verdict[]
  readonly births: Birth[]
  readonly recalls: Recall[]
  /** What it has decided so far about who waits for whom. */
  readonly follows: Follow[]
  readonly aftermath: Aftermath
}

/** Read under the locks, before the first decision. */
export interface Findings {
  readonly now: number
  /** Events of the inbox that are still to be delivered. */
  readonly mail: ReadonlySet<string>
  readonly resolutions: ReadonlyMap<StartItem, Resolution>
  readonly holders: ReadonlyMap<StartItem, KeyHolder>
  readonly usage: ReadonlyMap<NamespaceId, Usage>
  /** Of namespaces in this batch, where bytes are shared out. */
  readonly storedBytes: ReadonlyMap<NamespaceId, number>
  /** Who waits for those that want to follow somebody. */
  readonly waiting: Waiting
  /** `${workflow.env.NAME}` of every namespace in the batch. */
  readonly environments: ReadonlyMap<NamespaceId, Variables>
}

export type Verdict =
  | { readonly item: Item; readonly outcome: Omit<SubmitOutcome, 'settled'> }
  | { readonly item: Item; readonly error: AppError }

/** A workflow that a decision starts; its definition is looked up within the same transaction. */
export interface Birth {
  readonly parent: Entry
  readonly effect: StartWorkflowEffect
}

/** A row of `follower` waits for `followed`. */
export interface Follow {
  readonly follower: WorkflowId
  readonly followed: WorkflowId
}

/** A row that waits for what the task cache has. */
export interface Recall {
  readonly entry: Entry
  readonly effect: RecallEffect
}

export interface Aftermath {
  readonly handOffs: { readonly entry: Entry; readonly taskId: TaskId; readonly seat: Seat }[]
  /** Queues with due tasks that nobody was handed. */
  readonly announced: Set<QueueKey>
  /** Queues in which limited work may have a place now; the empty queue stands for work of the server. */
  readonly places: Set<QueueKey>
  readonly work: SystemWork[]
  readonly newborn: { readonly namespaceId: NamespaceId; readonly workflowId: WorkflowId }[]
}

/** Work that this server does on a workflow's behalf, off the decider. */
export interface SystemWork {
  readonly namespaceId: NamespaceId
  readonly workflowId: WorkflowId
  readonly effect: EvaluateEffect | PerformEffect | InputCheck | CheckOutputEffect
}

/** Hold a child's input against its definition's schema before it begins. */
export interface InputCheck {
  readonly type: 'check-input'
  /** Of the workflow. */
  readonly name: string
  readonly schema: SchemaRef
  readonly input: JsonObject
}
