import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import { type GraphTask, taskType } from '@/components/graph/definition'
import { referencesIn } from '@/components/graph/references'
import { analyzeScope, type Certainty, type Reader, type ScopeAnalysis } from './analyze-scope'
import { everyRun } from './testing/every-run'
import { randomFlow } from './testing/random-flow'

const WAYS = 3_000

test('compared with every way a definition can go: certain was always there, never never was, maybe was both', () => {
  fc.assert(
    fc.property(randomFlow(8), (tasks) => {
      const scope = analyzeScope({ name: 'w', tasks })
      const { present, complete } = everyRun(tasks, WAYS)
      const exact = complete && !endsInFork(tasks)
      const regular = exact && joinsWaitForEnds(tasks)
      const wrong = [...present].filter(([key, seen]) => {
        const [reader = '', producer = ''] = key.split(' ')
        const said = scope.verdict(readerOf(scope, reader), scope.find(producer) as never)?.certainty
        const always = !seen.has(false)
        const never = !seen.has(true)
        if (said === undefined || (said === 'certain' && !always) || (said === 'never' && !never)) return true
        // A JOIN's row is there from the start of its fork: it reads then, and its own output grows.
        if (reader.endsWith('_join') || producer.endsWith('_join')) return false
        return isTooCautious(said, { always, never }, { exact, regular })
      })
      expect(wrong).toEqual([])
    }),
    { numRuns: 250 },
  )
}, 30_000)

function isTooCautious(
  said: Certainty,
  seen: { always: boolean; never: boolean },
  { exact, regular }: { exact: boolean; regular: boolean },
): boolean {
  if (said === 'maybe') return exact && (seen.always || seen.never)
  return said === 'parallel' && regular && seen.always
}

function readerOf(scope: ScopeAnalysis, name: string): Reader {
  if (name === 'outputs') return { kind: 'outputs' }
  const isCondition = name.endsWith('?')
  const { index } = scope.find(isCondition ? name.slice(0, -1) : name) as { index: number }
  return { kind: isCondition ? 'condition' : 'task', index }
}

/** An end of the workflow in a branch races with the others; who comes first is not followed. */
function endsInFork(tasks: readonly GraphTask[]): boolean {
  const all = [...allTasks({ name: '', tasks: [...tasks] })]
  return all.some(({ task, path }) => taskType(task) === 'TERMINATE' && path.includes('forkTasks'))
}

function joinsWaitForEnds(tasks: readonly GraphTask[]): boolean {
  const all = [...allTasks({ name: '', tasks: [...tasks] })].map(({ task }) => task)
  const ends = new Set(
    all.flatMap(({ forkTasks }) => forkTasks ?? []).map((branch) => branch.at(-1)?.taskReferenceName),
  )
  return [...ends].every((end) => all.some(({ joinOn }) => joinOn?.includes(end ?? '')))
}

test('every task of the definition is numbered in reading order', () => {
  fc.assert(
    fc.property(randomFlow(30), (tasks) => {
      const scope = analyzeScope({ name: 'w', tasks })
      expect(scope.tasks.map((one) => one.task.taskReferenceName)).toEqual(referencesIn(tasks))
    }),
  )
})
