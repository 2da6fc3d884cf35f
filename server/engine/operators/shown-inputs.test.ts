import { expect, test } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, sub, system, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

const inputParameters = { id: '${CPEWF_TASK_ID}' }

function inputOf(task: WorkflowTaskInput, ...behind: WorkflowTaskInput[]) {
  const child = workflow('c', [simple('inner')])
  const sim = play({ workflows: [workflow('w', [task, ...behind]), child] })
  const row = rowOf(sim, sim.start('w'), task.taskReferenceName)
  return { row, given: row.inputData.workflowInput ?? row.inputData }
}

test.each(['SIMPLE', 'HUMAN', 'WAIT', 'INLINE', 'TERMINATE'])('the id of a %s can be read by its input', (type) => {
  const { row, given } = inputOf(system(type, 't', { inputParameters }))
  expect(given).toMatchObject({ id: row.taskId })
})

test.each([
  system('SET_VARIABLE', 't', { inputParameters }),
  system('SWITCH', 't', { inputParameters, expression: 'id', decisionCases: {} }),
  sub('t', 'c', { inputParameters }),
])('the row of a $type has no id yet as its input is made', (task) => {
  expect(inputOf(task).given).toMatchObject(inputParameters)
})

test('what DYNAMIC becomes has its id', () => {
  const more = { dynamicTaskNameParam: 'type', inputParameters: { ...inputParameters, type: 'SET_VARIABLE' } }
  const { row } = inputOf(system('DYNAMIC', 't', more))
  expect(row.inputData).toEqual({ id: row.taskId, type: 'SET_VARIABLE' })
})

test('NOOP and joins show no input of the definition', () => {
  const [forks, join] = fork('f', [[system('NOOP', 'n', { inputParameters: { a: 1 } })]])
  const exclusive = system('EXCLUSIVE_JOIN', 'x', { inputParameters: { a: 1 }, joinOn: ['n'] })
  const tasks = [{ ...forks, inputParameters: { a: 1 } }, { ...join, inputParameters: { a: 1 } }, exclusive]
  const sim = play({ workflows: [workflow('w', tasks as WorkflowTaskInput[])] })
  const id = sim.start('w')
  const inputs = ['f', 'n', 'f_join', 'x'].map((ref) => rowOf(sim, id, ref).inputData)
  expect(inputs).toEqual([{ a: 1 }, {}, { joinOn: ['n'] }, { joinOn: ['n'], defaultExclusiveJoinTask: [] }])
})

test('a branch that a plain script chooses begins before the next branch, as one chosen by a value', () => {
  const choice = system('SWITCH', 's', {
    evaluatorType: 'javascript',
    expression: "$.k == 'x' ? 'a' : 'b'",
    inputParameters: { k: '${workflow.input.k}' },
    decisionCases: { a: [simple('a')], b: [simple('b')] },
  })
  const sim = play({ workflows: [workflow('w', fork('f', [[choice], [simple('z')]], ['s', 'z']))] })
  const id = sim.start('w', { k: 'y' })
  expect(rowsOf(sim, id).map((row) => row.split(':')[0])).toEqual(['f', 's', 'b', 'z', 'f_join'])
})
