import { describe, expect, it } from 'vitest'
import { fork, play, rowOf, rowsOf, simple, work, workflow } from '@/server/engine/testing/play'
import type { WorkflowTaskInput } from '@/server/model/workflow-def'

function run(expression: string, more: Partial<WorkflowTaskInput> = {}) {
  const [forking, joining] = fork('f', [[simple('a')], [simple('b')], [simple('c')]])
  const join = { ...joining!, evaluatorType: 'javascript', expression, ...more }
  const sim = play({ workflows: [workflow('w', [forking!, join, simple('z')])] })
  return { sim, id: sim.start('w') }
}

const row = ({ sim, id }: ReturnType<typeof run>) => rowOf(sim, id, 'f_join')

describe('a JOIN with a script', () => {
  it('is over as soon as the script says so; the other branches go on', () => {
    const stage = run('$.joinOn.filter((ref) => $[ref]).length >= 2')
    work(stage.sim, 'a', { output: { n: 1 } })
    expect(row(stage)).toMatchObject({ status: 'IN_PROGRESS', outputData: { a: { n: 1 } }, leaseUntil: 0 })
    work(stage.sim, 'c', { output: { n: 3 } })
    expect(row(stage)).toMatchObject({ status: 'COMPLETED', outputData: { a: { n: 1 }, c: { n: 3 } } })
    work(stage.sim, 'z')
    expect(stage.sim.workflow(stage.id).status).toBe('RUNNING')
    work(stage.sim, 'b')
    expect(stage.sim.workflow(stage.id).status).toBe('COMPLETED')
  })

  it('ends as the script says', () => {
    const stage = run(
      "$.a ? { status: 'FAILED', reasonForIncompletion: 'enough', outputData: { seen: $.a.n } } : false",
    )
    work(stage.sim, 'a', { output: { n: 7 } })
    expect(row(stage)).toMatchObject({ status: 'FAILED', reasonForIncompletion: 'enough', outputData: { seen: 7 } })
    expect(stage.sim.workflow(stage.id).status).toBe('FAILED')
  })

  it('joins when every branch has ended, though the script waits for more', () => {
    const stage = run('false')
    for (const ref of ['a', 'b', 'c']) work(stage.sim, ref)
    expect(rowsOf(stage.sim, stage.id).slice(-2)).toEqual(['f_join:COMPLETED', 'z:SCHEDULED'])
  })

  it('fails with a script that cannot be evaluated', () => {
    const stage = run('nope()')
    work(stage.sim, 'b')
    expect(row(stage).reasonForIncompletion).toContain('nope is not defined')
    expect(stage.sim.workflow(stage.id).status).toBe('FAILED')
  })

  it('keeps a JOIN around it waiting while the script is asked', () => {
    const [forking, joining] = fork('in', [[simple('a')], [simple('b')]])
    const inner = [forking!, { ...joining!, evaluatorType: 'javascript', expression: 'true' }, simple('last')]
    const sim = play({ workflows: [workflow('w', fork('out', [inner], ['last']))] })
    const id = sim.start('w')
    for (const ref of ['a', 'b']) work(sim, ref)
    expect(rowOf(sim, id, 'out_join').status).toBe('IN_PROGRESS')
    work(sim, 'last', { output: { n: 1 } })
    expect(rowOf(sim, id, 'out_join')).toMatchObject({ status: 'COMPLETED', outputData: { last: { n: 1 } } })
  })

  it('an evaluator that is no script leaves it an ordinary JOIN', () => {
    const stage = run('true', { evaluatorType: 'value-param' })
    work(stage.sim, 'a')
    expect(row(stage).status).toBe('IN_PROGRESS')
  })
})
