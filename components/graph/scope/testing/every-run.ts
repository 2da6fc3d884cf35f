import { type GraphTask, taskType } from '@/components/graph/definition'
import { referencesIn } from '@/components/graph/references'

export interface Seen {
  /** `reader producer` → whether the producer's output was there, each time the reader began. */
  readonly present: ReadonlyMap<string, ReadonlySet<boolean>>
  /** False: there were more ways than the limit. */
  readonly complete: boolean
}

type Choose = (options: number) => number

/**
 * Plays a definition by the engine's rules with nothing but a list of threads, once for every way it can go: each
 * choice (which case, one more turn, success, who moves next) is asked for, and all answers are tried.
 */
export function everyRun(tasks: readonly GraphTask[], limit: number): Seen {
  const present = new Map<string, Set<boolean>>()
  const read = (key: string, isThere: boolean) => present.set(key, (present.get(key) ?? new Set()).add(isThere))
  let choices: { taken: number; of: number }[] = []
  for (let run = 0; run < limit; run++) {
    let at = 0
    const choose: Choose = (of) => {
      if (of <= 1) return 0
      choices[at] ??= { taken: 0, of }
      return choices[at++]?.taken ?? 0
    }
    playOnce(tasks, choose, read)
    choices = choices.slice(0, at)
    while (choices.length > 0 && isSpent(choices.at(-1))) choices.pop()
    const last = choices.pop()
    if (last === undefined) return { present, complete: true }
    choices.push({ ...last, taken: last.taken + 1 })
  }
  return { present, complete: false }
}

function isSpent(choice: { taken: number; of: number } | undefined): boolean {
  return choice !== undefined && choice.taken + 1 >= choice.of
}

type Row = 'open' | 'good' | 'bad'

/** What a thread waits for. `vain`: it may be let go when nothing else can move. */
interface Wait {
  readonly isReady: () => boolean
  readonly isVain?: () => boolean
}
type Thread = Generator<Wait, void>
interface Group {
  open: number
}

const MOST_TURNS = 2
const NEXT: Wait = { isReady: () => true }

class Ended extends Error {}

function playOnce(tasks: readonly GraphTask[], choose: Choose, read: (key: string, isThere: boolean) => void): void {
  const all = referencesIn(tasks)
  const rows = new Map<string, Row>()
  const latest = new Map<string, Row>()
  const running = new Map<string, ReadonlySet<string>>()
  const waiting: { thread: Thread; wait: Wait; group: Group }[] = []

  const set = (reference: string, suffix: string, row: Row) => {
    rows.set(reference + suffix, row)
    latest.set(reference, row)
  }
  const note = (reader: string) => {
    for (const producer of all) {
      read(`${reader} ${producer}`, latest.get(producer) === 'good' || (running.get(producer)?.has(reader) ?? false))
    }
  }
  const move = (thread: Thread, group: Group) => {
    const { done, value } = thread.next()
    if (done) group.open -= 1
    else waiting.push({ thread, wait: value, group })
  }
  const spawn = (thread: Thread, group: Group) => {
    group.open += 1
    move(thread, group)
  }

  function* list(of: readonly GraphTask[], suffix: string, group: Group): Thread {
    for (const task of of) {
      note(task.taskReferenceName)
      yield* one(task, suffix, group)
    }
  }
  function* branch(of: readonly GraphTask[], suffix: string, group: Group): Thread {
    yield NEXT
    yield* list(of, suffix, group)
  }
  function* one(task: GraphTask, suffix: string, group: Group): Thread {
    const { taskReferenceName: reference } = task
    const type = taskType(task)
    if (type === 'TERMINATE') throw new Ended()
    if (type === 'DO_WHILE') return yield* loop(task, suffix)
    set(reference, suffix, type === 'SWITCH' || type === 'FORK_JOIN' ? 'good' : 'open')
    if (type === 'SWITCH') {
      const cases = [...Object.values(task.decisionCases ?? {}), task.defaultCase ?? []]
      return yield* list(cases[choose(cases.length)] ?? [], suffix, group)
    }
    if (type === 'FORK_JOIN') {
      for (const tasks of task.forkTasks ?? []) spawn(branch(tasks, suffix, group), group)
      return
    }
    if (type === 'JOIN') yield* join(task.joinOn ?? [], suffix)
    else yield NEXT
    set(reference, suffix, task.optional && choose(2) === 1 ? 'bad' : 'good')
  }
  function* join(references: readonly string[], suffix: string): Thread {
    const missing = () => references.filter((one) => (rows.get(one + suffix) ?? 'open') === 'open')
    if (missing().length === 0) return
    yield { isReady: () => missing().length === 0, isVain: () => missing().every((one) => !rows.has(one + suffix)) }
  }
  function* loop(task: GraphTask, suffix: string): Thread {
    const { taskReferenceName: reference, loopOver = [] } = task
    set(reference, suffix, 'open')
    const readers = referencesIn(loopOver ?? [])
    running.set(reference, new Set([...readers, ...[reference, ...readers].map((one) => `${one}?`)]))
    const isEmpty = Boolean(task.items) && choose(2) === 1
    for (let turn = 1; !isEmpty && turn <= MOST_TURNS; turn++) {
      const body: Group = { open: 0 }
      spawn(branch(loopOver ?? [], `${suffix}__${turn}`, body), body)
      yield { isReady: () => body.open === 0 }
      // Its inputs are read anew for its condition.
      note(reference)
      note(`${reference}?`)
      if (choose(2) === 0) break
    }
    set(reference, suffix, 'good')
    running.delete(reference)
  }

  const root: Group = { open: 0 }
  try {
    spawn(list(tasks, '', root), root)
    for (;;) {
      const ready = waiting.filter(({ wait }) => wait.isReady())
      const next = ready[choose(ready.length)] ?? waiting.find(({ wait }) => wait.isVain?.())
      if (next === undefined) break
      waiting.splice(waiting.indexOf(next), 1)
      move(next.thread, next.group)
    }
    if (root.open === 0) note('outputs')
  } catch (error) {
    if (!(error instanceof Ended)) throw error
  }
}
