import type { RunTask, RunView } from '@/server/model/run-view'

/** A run with the marks of its payloads. */
export interface MarkedRun {
  readonly view: RunView
  readonly digests: ReadonlyMap<string, { readonly input: string; readonly output: string }>
}

export type Difference = 'only left' | 'only right' | 'status' | 'attempts' | 'input' | 'output'

/** One step of both runs; turns of a loop are steps of their own. */
export interface Pair {
  readonly ref: string
  readonly left: RunTask | null
  readonly right: RunTask | null
  /** None: both did the same. */
  readonly differences: readonly Difference[]
}

/** The steps of two runs beside each other, in the order of the left one; of each step its last attempt. */
export function alignRuns(left: MarkedRun, right: MarkedRun): readonly Pair[] {
  const [lefts, rights] = [lastAttempts(left.view), lastAttempts(right.view)]
  return mergedKeys([...lefts.keys()], [...rights.keys()]).map((ref): Pair => {
    const [one, other] = [lefts.get(ref) ?? null, rights.get(ref) ?? null]
    return { ref, left: one, right: other, differences: differencesOf({ left, right, one, other }) }
  })
}

function lastAttempts({ tasks }: RunView): ReadonlyMap<string, RunTask> {
  const inOrder = tasks.toSorted((a, b) => a.seq - b.seq)
  return new Map(inOrder.map((task) => [task.referenceTaskName, task]))
}

/** What only the right one has comes after what precedes it there. */
function mergedKeys(left: readonly string[], right: readonly string[]): readonly string[] {
  const keys = [...left]
  const known = new Set(left)
  let before = -1
  for (const key of right) {
    if (known.has(key)) before = keys.indexOf(key)
    else keys.splice(++before, 0, key)
  }
  return keys
}

interface Step {
  readonly left: MarkedRun
  readonly right: MarkedRun
  readonly one: RunTask | null
  readonly other: RunTask | null
}

function differencesOf({ left, right, one, other }: Step): readonly Difference[] {
  if (one === null) return ['only right']
  if (other === null) return ['only left']
  const [mine, theirs] = [left.digests.get(one.taskId), right.digests.get(other.taskId)]
  const found: readonly (readonly [Difference, boolean])[] = [
    ['status', one.status !== other.status],
    ['attempts', one.retryCount !== other.retryCount],
    ['input', mine?.input !== theirs?.input],
    ['output', mine?.output !== theirs?.output],
  ]
  return found.flatMap(([difference, isThere]) => (isThere ? [difference] : []))
}
