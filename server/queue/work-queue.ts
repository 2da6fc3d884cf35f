import type { Client } from 'pg'
import type { NamespaceId } from '@/server/model/ids'
import type { PolledTask } from '@/server/model/polled-task'
import { queueName } from '@/server/model/queue-name'
import type { Database } from '@/server/platform/database'
import type { Logger } from '@/server/platform/logger'
import type { ClaimedRow } from './claim'
import { createClaimLoop } from './claim-loop'
import { WORK_KINDS } from './find-work'
import { createHints, HINT_CHANNEL } from './hints'
import { createLink, type Link } from './link'
import { createPollData, type Poll, type PollData } from './poll-data'
import { createPoller, type Seat } from './poller'
import { type QueueKey, queueKey } from './queue-key'
import { returnTask } from './return-task'
import { createWaitingRoom } from './waiting-room'

/** Long polls and what feeds them: claims, direct hand-offs and hints. */
export interface WorkQueue {
  poll(request: PollRequest): Promise<readonly PolledTask[]>
  /** Puts claimed tasks back whose receiver vanished. */
  giveBack(tasks: readonly PolledTask[]): Promise<void>
  /** A place in the answer of a poll that waits in this process. */
  seat(key: QueueKey): Seat | null
  /** These queues got work that nobody was handed. */
  announce(keys: ReadonlySet<QueueKey>): void
  /** Work of these queues that has limits may have a place now. */
  announcePlaces(keys: ReadonlySet<QueueKey>): void
  /** Domains in which somebody polled for this type lately. */
  activeDomains(namespaceId: NamespaceId, taskType: string): ReadonlySet<string>
  readonly pollData: PollData
  readonly link: Link
  readonly waiting: number
  waitingOf(namespaceId: NamespaceId): number
  /** Ends the waiting polls and closes the connection. */
  stop(): Promise<void>
}

export interface PollRequest extends Poll {
  readonly namespaceId: NamespaceId
  readonly count: number
  readonly timeoutMs: number
  /** Fires when the client is gone. */
  readonly signal?: AbortSignal | undefined
}

export interface WorkQueueOptions {
  readonly db: Pick<Database, 'connectEngine'>
  readonly logger: Logger
  readonly hydrate: (rows: readonly ClaimedRow[]) => Promise<PolledTask[]>
  readonly onClaim: (tasks: readonly PolledTask[]) => void
}

const MAX_PER_POLL = 1_000

export function createWorkQueue(options: WorkQueueOptions): WorkQueue {
  const room = createWaitingRoom()
  const link = createLink(options.db, (client) => listen(client))
  const hints = createHints(link)
  const pollData = createPollData(link)
  const loop = createClaimLoop({ ...options, link, room })
  const waitingOf = new Map<NamespaceId, number>()
  let stopped = false

  const count = (namespaceId: NamespaceId, step: 1 | -1): void => {
    const polls = (waitingOf.get(namespaceId) ?? 0) + step
    if (polls === 0) waitingOf.delete(namespaceId)
    else waitingOf.set(namespaceId, polls)
  }

  function listen(client: Client): void {
    client.on('notification', ({ payload }) => loop.ready(hints.parse(payload)))
    client.query(`listen ${HINT_CHANNEL}`).catch(() => undefined)
  }

  async function giveBack(tasks: readonly PolledTask[]): Promise<void> {
    await Promise.all(tasks.map(({ task }) => returnTask(link, task.taskId, task.pollCount)))
    const keys = tasks.map(({ task, taskDef, namespaceId }) =>
      queueKey(namespaceId, queueName(task.taskType, task.domain, taskDef)),
    )
    for (const kind of WORK_KINDS) loop.ready(keys, kind)
  }

  return {
    pollData,
    link,
    activeDomains: pollData.domains.of,
    get waiting() {
      return room.size
    },
    waitingOf: (namespaceId) => waitingOf.get(namespaceId) ?? 0,
    giveBack,
    seat: (key) => (stopped ? null : room.seat(key)),
    announce(keys) {
      loop.ready(keys)
      hints.send(keys)
    },
    announcePlaces(keys) {
      loop.ready(keys, 'limited')
    },
    poll(request) {
      pollData.record(request)
      if (stopped || request.signal?.aborted) return Promise.resolve([])
      const key = queueKey(request.namespaceId, queueName(request.taskType, request.domain))
      return new Promise((resolve) => {
        const poller = createPoller(request.workerId, Math.min(request.count, MAX_PER_POLL), {
          answer(tasks) {
            clearTimeout(timer)
            request.signal?.removeEventListener('abort', leave)
            room.leave(key, poller)
            count(request.namespaceId, -1)
            resolve(tasks)
          },
          returned: (tasks) =>
            void giveBack(tasks).catch((err) => options.logger.warn({ err }, 'A claimed task waits for its lease')),
        })
        const leave = (): void => poller.abandon()
        const timer = setTimeout(() => poller.end(), Math.max(request.timeoutMs, 1))
        request.signal?.addEventListener('abort', leave)
        room.enter(key, poller)
        count(request.namespaceId, 1)
        loop.arrived(key, request.timeoutMs)
      })
    },
    async stop() {
      stopped = true
      loop.stop()
      room.endAll()
      await pollData.flush().catch(() => undefined)
      await link.close()
    },
  }
}
