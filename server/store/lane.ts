import type { Client } from 'pg'
import { AppError } from '@/server/model/errors'
import type { Database } from '@/server/platform/database'
import { cannotStore, isFull, isRepeatable, isUnreachable, unreachable } from '@/server/platform/database-errors'
import type { Logger } from '@/server/platform/logger'
import { createLink } from '@/server/queue/link'
import type { Batch, StoreParts } from './batch'
import type { Item } from './item'
import { createNamespaceQueue } from './namespace-queue'
import { runBatch } from './run-batch'

/**
 * One connection, one batch at a time. A batch takes whatever arrived while the one before was under way: no delay is
 * added, and the busier it gets the more requests share one commit. A second one in the same process does not write
 * more; its commits only stand in the way of the first one's.
 */
export interface Lane {
  push(item: Item): void
  /** Resolves when everything taken has been answered. */
  stop(): Promise<void>
  readonly waiting: number
}

export interface LaneOptions {
  readonly db: Pick<Database, 'connectEngine'>
  readonly parts: StoreParts
  readonly logger: Logger
  /** A batch committed: answer its requests and perform its effects. */
  readonly onCommit: (batch: Batch) => void
  /** How long a batch may be unanswered until its database counts as frozen; a slow one only takes its time. */
  readonly patienceMs?: number
}

const MAX_BATCH = 200
/** SDKs drop a result after four refusals: an update is held while the database is away, not refused. */
const HOLD_MS = 5_000
const RECONNECT_MS = 100
const PATIENCE_MS = 30_000
const LOOK_MS = 1_000
const MAX_REPEATS = 5

export function createLane(options: LaneOptions): Lane {
  const queue = createNamespaceQueue<Item>()
  const link = createLink(options.db)
  let running: Promise<void> | null = null
  let stopped = false

  async function run(): Promise<void> {
    // Requests of the same turn of the event loop belong together.
    await null
    let looks = 0
    // A look that comes late because this process was busy is one look all the same.
    const watch = setInterval(() => {
      if (++looks * LOOK_MS >= (options.patienceMs ?? PATIENCE_MS)) shed()
    }, LOOK_MS)
    while (queue.size > 0) {
      looks = 0
      await attempt(queue.take(MAX_BATCH))
    }
    clearInterval(watch)
    running = null
  }

  /** Whoever waited too long is told so, instead of piling up; what is under way in a batch may yet be durable. */
  function shed(cause?: unknown): void {
    for (const item of queue.drop(isTooOld)) item.reject(unreachable(cause))
  }

  async function attempt(items: readonly Item[]): Promise<void> {
    try {
      const client: Client = await link.client()
      for (const item of items) item.attempts++
      options.onCommit(await runBatch(client, options.parts, items))
    } catch (error) {
      await recover(items, error)
    }
  }

  async function recover(items: readonly Item[], error: unknown): Promise<void> {
    if (isUnreachable(error)) {
      for (const item of items) queue.push(item)
      shed(error)
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
    } else if (isFull(error)) {
      for (const item of items) item.reject(cannotStore(error))
      options.logger.error({ err: error, items: items.length }, 'The database stores nothing; reads go on')
    } else if (items.length > 1) {
      options.logger.warn({ err: error, items: items.length }, 'A batch failed and is split')
      const half = Math.ceil(items.length / 2)
      await attempt(items.slice(0, half))
      await attempt(items.slice(half))
    } else if (isRepeatable(error) && (items[0]?.attempts ?? 0) < MAX_REPEATS) {
      await attempt(items)
    } else {
      for (const item of items) item.reject(internal(item, error))
      options.logger.error({ err: error, workflowId: items[0]?.workflowId }, 'A request could not be stored')
    }
  }

  return {
    get waiting() {
      return queue.size
    },
    push(item) {
      if (stopped) return item.reject(stopping())
      queue.push(item)
      running ??= run()
    },
    async stop() {
      stopped = true
      await running
      await link.close()
    },
  }
}

function isTooOld(item: Item): boolean {
  return performance.now() - item.enqueuedAt > HOLD_MS
}

function stopping(): AppError {
  return new AppError('UNAVAILABLE', 'This server is stopping; try again.', { retryAfterSeconds: 1 })
}

function internal(item: Item, cause: unknown): AppError {
  return new AppError('INTERNAL', `The request for workflow ${item.workflowId} could not be stored.`, { cause })
}
