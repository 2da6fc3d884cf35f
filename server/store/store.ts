import type { DecideContext, ExtensionNames } from '@/server/engine/context'
import { AppError } from '@/server/model/errors'
import type { DefinitionSnapshot } from '@/server/model/execution'
import { asWorkflowId, isUuid, type NamespaceId, type WorkflowId } from '@/server/model/ids'
import type { StartQuotas } from '@/server/model/limits'
import type { Database } from '@/server/platform/database'
import { newId } from '@/server/platform/ids'
import type { Logger } from '@/server/platform/logger'
import { createWorkQueue, type WorkQueue } from '@/server/queue/work-queue'
import type { StoreParts, SystemWork } from './batch'
import { createExecutionCache } from './cache'
import { createDefinitionCache, type DefinitionRequest } from './definitions'
import type { Environment } from './environment'
import { hydrate } from './hydrate'
import type { Item, StartRequest, Submission, Submit, SubmitOutcome } from './item'
import { createLane } from './lane'
import { createListeners } from './listeners'
import { publish } from './publish'
import { createSettling } from './settling'
import { createSnapshotCache } from './snapshots'

/**
 * The one way to change an execution. Promises resolve when the transition is durable; refusals reject with an
 * AppError.
 */
export interface Store {
  readonly submit: Submit
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
  /** Work under limits came or went in this process: another row may have a place now. */
  onPlaces(listener: () => void): () => void
  /** Messages for the event handlers. */
  onMessages(listener: () => void): () => void
  /** Some came from outside. */
  messagesArrived(): void
  readonly waiting: number
  readonly cacheBytes: number
  stop(): Promise<void>
}

export interface StoreOptions {
  readonly db: Pick<Database, 'connectEngine'>
  readonly logger: Logger
  readonly limits: DecideContext['limits']
  readonly extensions?: ExtensionNames
  readonly quotas: StartQuotas
  readonly environment: Pick<Environment, 'known' | 'prepare'>
  readonly cacheBytes?: number
  readonly patienceMs?: number
}

const CACHE_BYTES = 256 * 1024 * 1024

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
    contextFor: contextMaker(options, queue),
    environment: options.environment,
    seat: queue.seat,
    limits: options.limits,
    quotas: options.quotas,
  }
  const { answerWaitMs } = options.limits
  const publishing = { queue, listeners, settling, answerWaitMs, logger: options.logger, submit }
  const lane = createLane({ ...options, parts, onCommit: (batch) => publish(batch, publishing) })

  function enqueue(make: (settle: Pick<Item, 'resolve' | 'reject'>) => Item): Promise<SubmitOutcome> {
    return new Promise((resolve, reject) => {
      const item = make({ resolve, reject })
      if (isUuid(item.workflowId)) lane.push(item)
      else reject(unknownWorkflow(item.workflowId))
    })
  }

  function submit({ namespaceId, workflowId, event, inboxId = null }: Submission): Promise<SubmitOutcome> {
    return enqueue((settle) => ({ ...arrived(namespaceId, workflowId), ...settle, kind: 'event', event, inboxId }))
  }

  return {
    submit,
    queue,
    start(namespaceId, start) {
      const workflowId = start.workflowId ?? asWorkflowId(newId())
      return enqueue((settle) => ({ ...arrived(namespaceId, workflowId), ...settle, kind: 'start', start }))
    },
    async remove(namespaceId, workflowId) {
      await enqueue((settle) => ({ ...arrived(namespaceId, workflowId), ...settle, kind: 'remove' }))
    },
    async snapshot(request) {
      const [resolution] = await parts.definitions.resolve(await queue.link.client(), [request])
      if (!resolution?.ok) throw new AppError('NOT_FOUND', resolution?.message ?? 'No such workflow defined.')
      return resolution.snapshot
    },
    onWork: listeners.onWork,
    workEnded: ({ workflowId }) => settling.ended(workflowId),
    onChange: listeners.onChange,
    onDeadline: listeners.onDeadline,
    onPlaces: listeners.onPlaces,
    onMessages: listeners.onMessages,
    messagesArrived: listeners.messages,
    get waiting() {
      return lane.waiting
    },
    get cacheBytes() {
      return parts.cache.bytes
    },
    async stop() {
      await lane.stop()
      await queue.stop()
    },
  }
}

function contextMaker({ limits, extensions }: StoreOptions, queue: WorkQueue): StoreParts['contextFor'] {
  return (namespaceId, now, env) => ({
    now,
    newId,
    random: Math.random,
    env,
    limits,
    ...(extensions && { extensions }),
    activeDomains: (taskType) => queue.activeDomains(namespaceId, taskType),
  })
}

function arrived(namespaceId: NamespaceId, workflowId: WorkflowId) {
  return { namespaceId, workflowId, enqueuedAt: performance.now(), attempts: 0 }
}

export function unknownWorkflow(workflowId: string): AppError {
  return new AppError('NOT_FOUND', `No such workflow found by id: ${workflowId}`)
}
