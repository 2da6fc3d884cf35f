import { expect, test } from 'vitest'
import { play, rowsOf, simple, system, workflow } from './testing/play'

const noops = (count: number) => Array.from({ length: count }, (_, i) => system('NOOP', `n${i}`))

test('what one event leads to has a limit; beyond it the execution fails, and says why', () => {
  const sim = play({ workflows: [workflow('w', [...noops(50), simple('a')])], limits: { stepsPerDecision: 100 } })
  const id = sim.start('w')
  expect(sim.workflow(id).status).toBe('FAILED')
  expect(sim.workflow(id).reasonForIncompletion).toContain('limit of 100 steps (stepsPerDecision)')
  expect(rowsOf(sim, id).some((row) => row.endsWith('SCHEDULED') || row.endsWith('IN_PROGRESS'))).toBe(false)
})

test('each decision has its own', () => {
  const half = workflow('w', [
    ...noops(20),
    simple('a'),
    ...noops(19).map((task) => ({ ...task, taskReferenceName: `m${task.name}` })),
    simple('b'),
  ])
  const sim = play({ workflows: [half], limits: { stepsPerDecision: 100 } })
  const id = sim.start('w')
  const task = sim.poll('a')
  if (task !== null) sim.finish(task)
  expect(rowsOf(sim, id).at(-1)).toBe('b:SCHEDULED')
})
