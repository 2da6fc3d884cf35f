import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GraphTask } from '@/components/graph/definition'
import { mapTasks } from '@/components/graph/map-tasks'
import { referencesIn } from '@/components/graph/references'
import { play, workflow } from '@/server/engine/testing/play'
import type { Task } from '@/server/model/execution'
import { isTerminalTask } from '@/server/model/status'
import { analyzeScope } from './analyze-scope'
import { randomFlow } from './testing/random-flow'

/** Every task reads the status of every other one, in the real engine, with workers that answer in any order. */
const compared = { certain: 0, never: 0, other: 0 }

test('what is certain had ended well and what is never there was not there, in runs of the engine', () => {
  fc.assert(
    fc.property(randomFlow(14), fc.array(fc.nat(1_000), { minLength: 40, maxLength: 40 }), (tasks, choices) => {
      const all = referencesIn(tasks)
      const scope = analyzeScope({ name: 'w', tasks })
      const wrong: string[] = []
      for (const row of rowsOfRun(readingAll(tasks, all), choices)) {
        const reader = scope.find(row.workflowTask.taskReferenceName)
        // A loop's inputs are read anew in every turn; a JOIN's row shows only what it waits for.
        if (reader === undefined || reader.type === 'DO_WHILE' || reader.type === 'JOIN') continue
        for (const reference of all) {
          const producer = scope.find(reference) as never
          const said = scope.verdict({ kind: 'task', index: reader.index }, producer)
          const status = row.inputData[reference] ?? null
          compared[said?.certainty === 'certain' || said?.certainty === 'never' ? said.certainty : 'other'] += 1
          // A JOIN names the optional ones that failed, and has put out the others.
          const isJoined = reference.endsWith('_join') && status === 'COMPLETED_WITH_ERRORS'
          const isThere = status === 'COMPLETED' || isJoined || (said?.why === 'around' && status === 'IN_PROGRESS')
          if ((said?.certainty === 'certain' && !isThere) || (said?.certainty === 'never' && status === 'COMPLETED')) {
            wrong.push(`${row.referenceTaskName} reads ${reference}: ${said.certainty}, found ${status}`)
          }
        }
      }
      expect(wrong).toEqual([])
    }),
    { numRuns: 150 },
  )
  expect(Math.min(...Object.values(compared))).toBeGreaterThan(20)
}, 30_000)

function readingAll(tasks: readonly GraphTask[], all: readonly string[]): GraphTask[] {
  const statuses = Object.fromEntries(all.map((reference) => [reference, `\${${reference}.status}`]))
  return mapTasks(tasks, (task) => ({ ...task, inputParameters: { ...statuses, ...task.inputParameters } }))
}

function rowsOfRun(tasks: GraphTask[], choices: readonly number[]): readonly Task[] {
  let turn = 0
  const next = (below: number) => (choices[turn++ % choices.length] ?? 0) % below
  const again = mapTasks(tasks, (task) =>
    task.type === 'DO_WHILE' ? { ...task, loopCondition: `$['${task.taskReferenceName}'].iteration < 2` } : task,
  )
  const simulation = play({ workflows: [workflow('w', again)], checked: false })
  const id = simulation.start('w', { k: ['x', 'y'][next(2)] ?? 'x', list: Array.from({ length: next(3) }, () => 1) })
  for (let step = 0; step < 60; step++) {
    const waiting = simulation.tasks(id).filter((task) => task.performer === 'worker' && !isTerminalTask(task.status))
    const task = waiting[next(Math.max(1, waiting.length))]
    if (task === undefined) break
    const status = task.workflowTask.optional && next(2) === 1 ? 'FAILED_WITH_TERMINAL_ERROR' : 'COMPLETED'
    simulation.finish(task, { status, reasonForIncompletion: status === 'COMPLETED' ? null : 'no luck' })
  }
  return simulation.tasks(id)
}
