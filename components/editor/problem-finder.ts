import type { AskedProblems, FoundProblems } from './problems-worker'

/** A worker as far as it is used here. */
export interface ProblemPort {
  onmessage: ((event: MessageEvent<FoundProblems>) => void) | null
  postMessage: (asked: AskedProblems) => void
  terminate: () => void
}

export interface ProblemFinder {
  readonly find: (asked: AskedProblems) => void
  readonly stop: () => void
}

/** One search at a time; of the texts that come meanwhile only the newest is searched next. */
export function createProblemFinder(worker: ProblemPort, onFound: (found: FoundProblems) => void): ProblemFinder {
  let isBusy = false
  let waiting: AskedProblems | null = null
  const find = (asked: AskedProblems) => {
    waiting = asked
    if (!isBusy) next()
  }
  const next = () => {
    isBusy = waiting !== null
    if (waiting !== null) worker.postMessage(waiting)
    waiting = null
  }
  worker.onmessage = ({ data }: MessageEvent<FoundProblems>) => {
    const isNewest = waiting === null
    next()
    if (isNewest) onFound(data)
  }
  return { find, stop: () => worker.terminate() }
}
