import type { PolledTask } from '@/server/model/polled-task'
import type { Logger } from '@/server/platform/logger'
import { type ClaimedRow, claim } from './claim'
import { claimLimited } from './claim-limited'
import { findWork, WORK_KINDS, type WorkKind } from './find-work'
import type { Link } from './link'
import type { Seat } from './poller'
import { type QueueKey, splitQueueKey } from './queue-key'
import type { WaitingRoom } from './waiting-room'

/**
 * Claims for all waiting polls together, one statement at a time, and only for queues that are believed to have work:
 * because this process put it there, a hint came, or the tick found some. While nobody waits it costs nothing.
 */
export interface ClaimLoop {
  /** These queues have work now. */
  ready(keys: Iterable<QueueKey>, kind?: WorkKind): void
  /** A poll began to wait. */
  arrived(key: QueueKey, timeoutMs: number): void
  stop(): void
}

interface Options {
  readonly link: Link
  readonly room: WaitingRoom
  readonly logger: Logger
  readonly hydrate: (rows: readonly ClaimedRow[]) => Promise<PolledTask[]>
  readonly onClaim: (tasks: readonly PolledTask[]) => void
}

const CLAIMS: Readonly<Record<WorkKind, typeof claim>> = { free: claim, limited: claimLimited }
const TICK_MS = 50
const MAX_SEATS_PER_QUEUE = 500
const PAUSE_AFTER_ERROR_MS = 250

export function createClaimLoop(options: Options): ClaimLoop {
  const { link, room, logger } = options
  const ready: Readonly<Record<WorkKind, Set<QueueKey>>> = { free: new Set(), limited: new Set() }
  let claiming = false
  let stopped = false
  let tick: NodeJS.Timeout | null = null

  async function pump(): Promise<void> {
    if (claiming) return
    claiming = true
    try {
      for (let kind = waitedKind(); kind !== undefined && !stopped; kind = waitedKind())
        await claimFor(kind, waited(kind))
    } catch (err) {
      if (!stopped) logger.warn({ err }, 'Claiming tasks failed; polls wait')
      await new Promise((resolve) => setTimeout(resolve, PAUSE_AFTER_ERROR_MS))
    } finally {
      claiming = false
    }
  }

  const waited = (kind: WorkKind): QueueKey[] => [...ready[kind]].filter((key) => room.isWaiting(key))
  const waitedKind = (): WorkKind | undefined => WORK_KINDS.find((kind) => waited(kind).length > 0)

  async function claimFor(kind: WorkKind, keys: readonly QueueKey[]): Promise<void> {
    const seatsOf = keys.map((key) => room.seats(key, MAX_SEATS_PER_QUEUE))
    const seats = seatsOf.flat()
    for (const key of keys) ready[kind].delete(key)
    const wanted = keys.map((key, i) => ({ ...splitQueueKey(key), seats: seatsOf[i]?.length ?? 0 }))
    const filled = new Set<Seat>()
    try {
      const rows = await CLAIMS[kind](
        link,
        wanted,
        seats.map((seat) => seat.workerId),
      )
      const tasks = await options.hydrate(rows)
      for (const [i, row] of rows.entries()) fill(seats[row.seat], tasks[i], filled)
      options.onClaim(tasks)
      // A queue that filled every seat may hold more.
      for (const [i, key] of keys.entries()) if (seatsOf[i]?.every((seat) => filled.has(seat))) ready[kind].add(key)
    } catch (error) {
      for (const key of keys) ready[kind].add(key)
      throw error
    } finally {
      for (const seat of seats) if (!filled.has(seat)) seat.release()
    }
  }

  async function look(): Promise<void> {
    const unknown = room.keys().filter((key) => WORK_KINDS.some((kind) => !ready[kind].has(key)))
    if (unknown.length > 0) for (const { kind, key } of await findWork(link, unknown)) ready[kind].add(key)
    await pump()
  }

  function runTick(): void {
    tick = null
    if (stopped || room.size === 0) return
    look()
      .catch(() => undefined)
      .finally(schedule)
  }

  function schedule(): void {
    if (!stopped && room.size > 0) tick ??= setTimeout(runTick, TICK_MS)
  }

  return {
    ready(keys, kind = 'free') {
      for (const key of keys) ready[kind].add(key)
      void pump()
    },
    arrived(key, timeoutMs) {
      // A poll that would not live to see the next tick asks at once.
      if (timeoutMs <= TICK_MS) for (const kind of WORK_KINDS) ready[kind].add(key)
      if (WORK_KINDS.some((kind) => ready[kind].has(key))) void pump()
      schedule()
    },
    stop() {
      stopped = true
      if (tick !== null) clearTimeout(tick)
    },
  }
}

function fill(seat: Seat | undefined, task: PolledTask | undefined, filled: Set<Seat>): void {
  if (seat === undefined || task === undefined) return
  filled.add(seat)
  seat.fill(task)
}
