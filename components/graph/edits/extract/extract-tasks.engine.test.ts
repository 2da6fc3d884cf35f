import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import type { Definition, GraphTask } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { referencesIn } from '@/components/graph/references'
import { analyzeScope } from '@/components/graph/scope/analyze-scope'
import { randomFlow } from '@/components/graph/scope/testing/random-flow'
import { play } from '@/server/engine/testing/play'
import type { Task } from '@/server/model/execution'
import type { WorkflowId } from '@/server/model/ids'
import { isTerminalTask } from '@/server/model/status'
import { extractTasks } from './extract-tasks'

/** Every task reads what every other one gave, but for those that run beside it: who is first there is chance. */
function readingOthers(definition: Definition): Definition {
  const scope = analyzeScope(definition)
  const all = referencesIn(definition.tasks ?? [])
  const tasks = mapTasks(definition.tasks ?? [], (task) => {
    const reader = scope.find(task.taskReferenceName)
    const reads = all.flatMap((ref) => {
      const producer = scope.find(ref)
      const verdict = reader && producer && scope.verdict({ kind: 'task', index: reader.index }, producer)
      return verdict && verdict.certainty !== 'parallel' ? [[ref, `\${${ref}.output.x}`] as const] : []
    })
    const isWork = task.type === 'SIMPLE'
    const again = `$['${task.taskReferenceName}'].iteration < 2`
    return {
      ...task,
      ...(task.type === 'DO_WHILE' ? { loopCondition: again } : {}),
      ...(isWork ? { inputParameters: { ...Object.fromEntries(reads), k: '${workflow.input.k}' } } : {}),
    }
  })
  return { ...definition, tasks }
}

/** What each piece of work was given, in runs where workers answer in the order of their names. */
function workOf(workflows: readonly Definition[], k: string): readonly string[] {
  const simulation = play({ workflows: workflows as never, checked: false })
  const id = simulation.start(workflows[0]?.name ?? '', { k, list: [1, 2] })
  const rowsOf = (run: WorkflowId): Task[] =>
    simulation.tasks(run).flatMap((row) => (row.subWorkflowId ? rowsOf(row.subWorkflowId) : [row]))
  const work = () => rowsOf(id).filter((row) => row.performer === 'worker')
  const nameOf = (row: Task) => row.workflowTask.taskReferenceName
  for (let step = 0; step < 80; step++) {
    const [next] = work()
      .filter((row) => !isTerminalTask(row.status))
      .sort((a, b) => nameOf(a).localeCompare(nameOf(b)))
    if (next === undefined) break
    // Each turn of a loop gives another value.
    const turn = work().filter((row) => nameOf(row) === nameOf(next)).length
    simulation.finish(next, { output: { x: `${nameOf(next)} ${turn}` } })
  }
  return work()
    .map((row) => `${nameOf(row)} ${row.status} ${JSON.stringify(row.inputData)}`)
    .sort()
}

test('in runs of the engine the extracted tasks are given, and give, what they were before', () => {
  let compared = 0
  fc.assert(
    fc.property(randomFlow(10), fc.nat(), fc.constantFrom('x', 'y'), (tasks, pick, k) => {
      const flow = { name: 'w', tasks: mapTasks(tasks, withoutEnd) }
      const definition = readingOthers(flow)
      const located = [...allTasks(definition)]
      const at = located[pick % located.length]
      const extracted = at === undefined ? null : extractTasks(definition, [at.path], 'part')
      if (extracted === null || 'refusal' in extracted) return
      compared++
      expect(workOf([extracted.parent, extracted.child], k)).toEqual(workOf([definition], k))
    }),
    { numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(40)
}, 30_000)

/** An early end stops what runs beside it wherever that is: again chance. */
function withoutEnd(task: GraphTask): GraphTask {
  return task.type === 'TERMINATE' ? { ...task, type: 'SIMPLE', inputParameters: {} } : task
}
