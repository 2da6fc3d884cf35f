import { expect, it } from 'vitest'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'
import { decide } from './decide'
import { applyDecision } from './execution'
import { completed } from './simulate'
import { fork, play, START, simple, system, workflow } from './testing/play'

/** An output whose check was asked for, and whose verdict never came. */

const terminate = system('TERMINATE', 'end', { inputParameters: { terminationStatus: 'COMPLETED' } })

it.each<[string, WorkflowTaskInput[]]>([
  ['at the end', [system('NOOP', 'only')]],
  ['by a TERMINATE beside open tasks', fork('f', [[simple('open')], [terminate]])],
])('a workflow that ended %s asks again after five seconds, also when it was paused meanwhile', (_, tasks) => {
  const { execution, tell } = stage(tasks)
  expect(tell({ type: 'restart', latest: null })).toEqual(['check-output'])
  tell({ type: 'pause' })
  expect(tell({ type: 'resume' }, 1_000)).toEqual([])
  expect(execution.wakeAt).toBe(START + 5_000)
  expect(tell({ type: 'wake' }, 5_000)).toEqual(['check-output'])
  expect(execution.workflow.status).toBe('RUNNING')
  tell({ type: 'output-checked', output: {}, problem: null })
  expect(execution.workflow.status).toBe('COMPLETED')
})

it('a jump takes the workflow away from its end: the verdict means nothing, and the next end is checked anew', () => {
  const { execution, tell } = stage([simple('t1'), system('NOOP', 't2')])
  const [task] = execution.tasks.values()
  if (task === undefined) throw new Error('no task')
  expect(tell({ ...completed(task.taskId), output: { a: 1 } })).toEqual(['check-output'])
  tell({ type: 'jump', ref: 't2', taskInput: {} })
  expect(execution.workflow.state).toEqual({ askedOfOutput: START })
  tell({ type: 'jump', ref: 't1', taskInput: {} })
  expect(execution.workflow.state).toEqual({})
  expect(execution.wakeAt).toBeNull()
  tell({ type: 'output-checked', output: {}, problem: null })
  expect(execution.workflow.status).toBe('RUNNING')
})

function stage(tasks: WorkflowTaskInput[]) {
  const simulation = play({ workflows: [workflow('w', tasks, { outputSchema: { name: 's' } })] })
  const execution = simulation.executions.get(simulation.start('w'))
  if (execution === undefined) throw new Error('no execution')
  const context = simulation.context()
  const tell = (event: Parameters<typeof decide>[1], after = 0): string[] => {
    const decision = decide(execution, event, { ...context, now: context.now + after })
    applyDecision(execution, decision)
    return decision.effects.map(({ type }) => type)
  }
  return { execution, tell }
}
