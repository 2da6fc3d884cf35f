import type { DecideContext } from '@/server/engine/context'
import type { EngineEvent } from '@/server/engine/event'
import { AppError } from '@/server/model/errors'
import type { DefinitionSnapshot } from '@/server/model/execution'
import { asWorkflowId, isUuid, type NamespaceId, type WorkflowId } from '@/server/model/ids'
import type { Database } from '@/server/platform/database'
import { newId } from '@/server/platform/ids'
import type { Logger } from '@/server/platform/logger'
import { createWorkQueue, type WorkQueue } from '@/server/queue/work-queue'
import { settleMemory } from './after-commit'
import type { Batch, StoreParts, SystemWork } from './batch'
import { createExecutionCache } from './cache'
import { createDefinitionCache, type DefinitionRequest } from './definitions'
import { hydrate } from './hydrate'
import type { Item, StartRequest, SubmitOutcome } from './item'
import { createLane, type Lane } from './lane'
import { createListeners } from './listeners'
import { createSettling } from './settling'
import { createSnapshotCache } from './snapshots'

/**
 * The one way to change an execution. Promises resolve when the transition is durable; refusals reject with an
 * AppError.
 */
export interface Store {
  submit(request: Submission): Promise<SubmitOutcome>
  start(namespaceId: NamespaceId, request: StartRequest): Promise<SubmitOutcome>
  remove(namespaceId: NamespaceId, workflowId: WorkflowId): Promise<void>
  /** The definition and what belongs to it, as a start now would keep it. */
  snapshot(request: DefinitionRequest): Promise<DefinitionSnapshot>
  readonly queue: WorkQueue
  /** Work of scripts and HTTP calls; whoever takes it answers with `submit` and then says `workEnded`. */
  onWork(listener: (work: SystemWork) => void): () => void
  workEnded(work: SystemWork): void
  /** Executions that changed in this process. */
  onChange(listener: (workflowIds: ReadonlySet<WorkflowId>) => void): () => void
  /** A new deadline, epoch ms of the database. */
  onDeadline(listener: (at: number, now: number) => void): () => void
  readonly waiting: number
  readonly cacheBytes: number
  stop(): Promise<void>
}

export interface Submission {
  readonly namespaceId: NamespaceId
  readonly workflowId: WorkflowId
  readonly event: EngineEvent
  readonly inboxId?: string | null
}

export interface StoreOptions {
  readonly db: Pick<Database, 'connectEngine'>
  readonly logger: Logger
  readonly limits: DecideContext['limits']
  readonly env: DecideContext['env']
  readonly cacheBytes?: number
  readonly lanes?: number
}

const CACHE_BYTES = 256 * 1024 * 1024
const LANES = 2
const SETTLE_MS = 1_000

export function createStore(options: StoreOptions): Store {
  const snapshots = createSnapshotCache()
  const listeners = createListeners()
  const settling = createSettling()
  const queue: WorkQueue = createWorkQueue({
    ...options,
    hydrate: (rows) => hydrate(rows, snapshots, () => queue.link),
    onClaim: (tasks) => listeners.changed(new Set(tasks.map(({ task }) => task.workflowInstanceId))),
  })
  const parts: StoreParts = {
    snapshots,
    cache: createExecutionCache(options.cacheBytes ?? CACHE_BYTES),
    definitions: createDefinitionCache(),
    contextFor: (namespaceId, now) => ({
      now,
      newId,
      random: Math.random,
      env: options.env,
      limits: options.limits,
      activeDomains: (taskType) => queue.activeDomains(namespaceId, taskType),
    }),
    seat: queue.seat,
  }
  const lanes: Lane[] = Array.from({ length: options.lanes ?? LANES }, () =>
    createLane({ ...options, parts, onCommit }),
  )
  const push = (item: Item): void => lanes[laneOf(item.workflowId, lanes.length)]?.push(item)

  function enqueue<Rest extends object>(target: Target, rest: Rest): Promise<SubmitOutcome> {
    if (!isUuid(target.workflowId)) return Promise.reject(unknownWorkflow(target.workflowId))
    return new Promise((resolve, reject) => {
      push({ ...target, ...rest, enqueuedAt: Date.now(), attempts: 0, resolve, reject } as unknown as Item)
    })
  }

  function onCommit(batch: Batch): void {
    settleMemory(batch)
    const { ledger, aftermath } = batch
    for (const { workflowId } of aftermath.work) settling.began(workflowId)
    for (const verdict of batch.verdicts) {
      if ('error' in verdict) verdict.item.reject(verdict.error)
      else {
        const { outcome } = verdict
        verdict.item.resolve({ ...outcome, settled: () => settling.wait(outcome.workflowId, SETTLE_MS) })
      }
    }
    queue.announce(aftermath.announced)
    for (const work of aftermath.work) if (!listeners.work(work)) settling.ended(work.workflowId)
    for (const mail of ledger.mail) forget(submit(mail))
    for (const born of aftermath.newborn) forget(submit({ ...born, event: { type: 'start' } }))
    for (const { entry } of ledger.executions.values()) listeners.deadline(entry.wakeAt, ledger.now)
    listeners.changed(new Set([...ledger.executions.keys(), ...ledger.removed]))
  }

  /** Delivered again by the timers if this fails. */
  const forget = (promise: Promise<unknown>): void =>
    void promise.catch((err) => options.logger.debug({ err }, 'Delivery waits'))

  const submit: Store['submit'] = ({ event, inboxId = null, ...target }) =>
    enqueue({ namespaceId: target.namespaceId, workflowId: target.workflowId }, { kind: 'event', event, inboxId })

  return {
    submit,
    queue,
    start: (namespaceId, start) =>
      enqueue({ namespaceId, workflowId: asWorkflowId(newId()) }, { kind: 'start', start }),
    remove: async (namespaceId, workflowId) => void (await enqueue({ namespaceId, workflowId }, { kind: 'remove' })),
    async snapshot(request) {
      const [resolution] = await parts.definitions.resolve(await queue.link.client(), [request])
      if (!resolution?.ok) throw new AppError('NOT_FOUND', resolution?.message ?? 'No such workflow defined.')
      return resolution.snapshot
    },
    onWork: listeners.onWork,
    workEnded: ({ workflowId }) => settling.ended(workflowId),
    onChange: listeners.onChange,
    onDeadline: listeners.onDeadline,
    get waiting() {
      return lanes.reduce((sum, lane) => sum + lane.waiting, 0)
    },
    get cacheBytes() {
      return parts.cache.bytes
    },
    async stop() {
      await Promise.all(lanes.map((lane) => lane.stop()))
      await queue.stop()
    },
  }
}

type Target = Pick<Item, 'namespaceId' | 'workflowId'>

/** All events of one execution take the same lane, in order of arrival. */
function laneOf(workflowId: WorkflowId, lanes: number): number {
  return Number.parseInt(workflowId.slice(-4), 16) % lanes
}

export function unknownWorkflow(workflowId: string): AppError {
  return new AppError('NOT_FOUND', `No such workflow found by id: ${workflowId}`)
}
