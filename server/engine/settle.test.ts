import { describe, expect, test } from 'vitest'
import { play, rowOf, rowsOf, simple, system, work, workflow } from './testing/play'

const linear = workflow(
  'linear',
  [
    simple('t1', { inputParameters: { p: '${workflow.input.p}', lit: null } }),
    simple('t2', { inputParameters: { op: '${t1.output.op}' } }),
  ],
  { outputParameters: { op: '${t1.output.op}', none: '${t2.output.none}' } },
)

describe('a chain of tasks', () => {
  test('case 1: after the start only the first task is there', () => {
    const sim = play({ workflows: [linear] })
    const id = sim.start('linear')
    expect(rowsOf(sim, id)).toEqual(['t1:SCHEDULED'])
    expect(sim.workflow(id).status).toBe('RUNNING')
  })

  test('case 2: each completion appends the next task, the last one ends the workflow', () => {
    const sim = play({ workflows: [linear] })
    const id = sim.start('linear')
    work(sim, 't1', { output: { op: 'x' } })
    expect(rowsOf(sim, id)).toEqual(['t1:COMPLETED', 't2:SCHEDULED'])
    work(sim, 't2')
    expect(sim.workflow(id)).toMatchObject({ status: 'COMPLETED', output: { op: 'x', none: null } })
  })

  test('cases 3, 4 and 6: inputs are resolved, nulls are kept', () => {
    const sim = play({ workflows: [linear] })
    const id = sim.start('linear', { p: null })
    expect(sim.workflow(id).input).toEqual({ p: null })
    expect(rowOf(sim, id, 't1').inputData).toEqual({ p: null, lit: null })
    work(sim, 't1', { output: { op: { deep: null } } })
    expect(rowOf(sim, id, 't2').inputData).toEqual({ op: { deep: null } })
  })

  test('case 55: a definition without tasks is complete at once', () => {
    const sim = play({ workflows: [workflow('empty', [])] })
    const id = sim.start('empty')
    expect(sim.workflow(id)).toMatchObject({
      status: 'COMPLETED',
      reasonForIncompletion: 'No tasks found to be executed',
    })
  })

  test('case 158: seq counts the rows in order', () => {
    const sim = play({ workflows: [linear] })
    const id = sim.start('linear')
    work(sim, 't1')
    expect(sim.tasks(id).map((task) => task.seq)).toEqual([1, 2])
  })

  test('without outputParameters the output is that of the last row', () => {
    const sim = play({ workflows: [workflow('w', [simple('a'), simple('b')])] })
    const id = sim.start('w')
    work(sim, 'a', { output: { first: 1 } })
    work(sim, 'b', { output: { last: 2 } })
    expect(sim.workflow(id).output).toEqual({ last: 2 })
  })

  test('case 340: endTime of an earlier row is visible to a later one', () => {
    const later = simple('b', { inputParameters: { end: '${a.endTime}' } })
    const sim = play({ workflows: [workflow('w', [simple('a'), later])] })
    const id = sim.start('w')
    work(sim, 'a')
    expect(rowOf(sim, id, 'b').inputData).toEqual({ end: rowOf(sim, id, 'a').endTime })
  })

  test('a start that comes twice starts once', () => {
    const sim = play({ workflows: [linear] })
    const id = sim.start('linear')
    const again = sim.send(id, { type: 'start' })
    expect(again.changes).toMatchObject({ workflow: null, created: [], updated: [] })
  })

  test('a type that this server does not run fails the workflow with its name', () => {
    const sim = play({ workflows: [workflow('w', [system('SENDGRID', 'k')])] })
    const id = sim.start('w')
    expect(sim.workflow(id)).toMatchObject({ status: 'FAILED' })
    expect(sim.workflow(id).reasonForIncompletion).toContain('SENDGRID')
  })

  test('more tasks than the limit fail the workflow, naming the limit', () => {
    const sim = play({ workflows: [linear], limits: { tasksPerExecution: 1 } })
    const id = sim.start('linear')
    work(sim, 't1')
    expect(sim.workflow(id).status).toBe('FAILED')
    expect(sim.workflow(id).reasonForIncompletion).toContain('limit of 1 tasks')
  })
})

describe('domains', () => {
  test('case 398: by name, else by *, else none; NO_DOMAIN is none', () => {
    const tasks = [simple('a'), simple('b'), simple('c')].map((task) => [task])
    const forked = [system('FORK_JOIN', 'f', { forkTasks: tasks }), system('JOIN', 'j', { joinOn: ['a', 'b', 'c'] })]
    const sim = play({ workflows: [workflow('w', forked)] })
    const id = sim.start('w', {}, { taskToDomain: { '*': 'x,y', b: 'NO_DOMAIN', c: 'z' } })
    expect(['a', 'b', 'c'].map((ref) => rowOf(sim, id, ref).domain)).toEqual(['x', null, 'z'])
    expect(rowOf(sim, id, 'j').domain).toBeNull()
  })
})
