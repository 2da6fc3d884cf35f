import type { PolledTask } from '@/server/model/polled-task'

/**
 * One waiting poll. A seat is a place in its answer that was promised to a task before the task's row was committed:
 * by a claim in flight or by a direct hand-off. While seats are promised the poll does not end, so that no committed
 * claim is ever without somebody to answer; if its client left meanwhile the tasks go back to the queue.
 */
export interface Poller {
  readonly workerId: string | null
  /** Seats that may still be promised. */
  free(): number
  seat(): Seat
  /** No more waiting: answers now, or as soon as the last promised seat is settled. */
  end(): void
  /** The client is gone. */
  abandon(): void
}

export interface Seat {
  readonly workerId: string | null
  fill(task: PolledTask): void
  release(): void
}

interface Outcome {
  answer(tasks: readonly PolledTask[]): void
  returned(tasks: readonly PolledTask[]): void
}

export function createPoller(workerId: string | null, wanted: number, outcome: Outcome): Poller {
  const tasks: PolledTask[] = []
  let promised = 0
  let closing = false
  let done = false
  let gone = false

  const settle = (): void => {
    promised--
    if (promised === 0 && (tasks.length > 0 || closing)) finish()
  }
  const finish = (): void => {
    if (done) return
    done = true
    if (gone && tasks.length > 0) outcome.returned(tasks)
    outcome.answer(gone ? [] : tasks)
  }

  return {
    workerId,
    free: () => (closing || done || tasks.length > 0 ? 0 : wanted - promised),
    seat() {
      promised++
      return {
        workerId,
        fill(task) {
          tasks.push(task)
          settle()
        },
        release: settle,
      }
    },
    end() {
      closing = true
      if (promised === 0) finish()
    },
    abandon() {
      gone = true
      this.end()
    },
  }
}
