import { describe, expect, test } from 'vitest'
import { asTaskId, asWorkflowId } from '@/server/model/ids'
import { childOf, play, rowOf, simple, sub, work, workflow } from './testing/play'
import { answerFromNobody } from './to-nobody'

const GONE = asWorkflowId('00000000-0000-4000-8000-00000000000a')
const row = {
  workflowId: asWorkflowId('00000000-0000-4000-8000-00000000000b'),
  taskId: asTaskId('00000000-0000-4000-8000-00000000000c'),
}

describe('an event for an execution that somebody has removed', () => {
  const message = `The execution ${GONE} has been removed.`
  const answer = { to: row.workflowId, event: { type: 'child-refused', taskId: row.taskId, message } }

  test('is answered where a row would wait for it', () => {
    expect(answerFromNobody(GONE, { type: 'follow', follower: row })).toEqual(answer)
    const retry = { type: 'retry', resumeSubworkflowTasks: true, askedByParent: true, askedBy: row, ask: 1 } as const
    expect(answerFromNobody(GONE, retry)).toEqual(answer)
  })

  test('is dropped where nobody waits', () => {
    expect(answerFromNobody(GONE, { type: 'resume' })).toBeNull()
    expect(answerFromNobody(GONE, { type: 'retry', resumeSubworkflowTasks: true })).toBeNull()
  })
})

test('a parent that asked a removed child to try again fails with that reason', () => {
  const child = workflow('child', [simple('inner', { retryCount: 0 })])
  const sim = play({ workflows: [workflow('w', [sub('s', 'child')]), child] })
  const id = sim.start('w')
  const childId = childOf(sim, id, 's')
  work(sim, 'inner', { status: 'FAILED' })
  sim.executions.delete(childId)
  const { effects } = sim.send(id, { type: 'retry', resumeSubworkflowTasks: true })
  const asked = effects.flatMap((effect) => (effect.type === 'tell' ? [effect] : []))
  expect(asked.map(({ workflowId }) => workflowId)).toEqual([childId])
  const answer = asked[0] && answerFromNobody(childId, asked[0].event)
  if (answer) sim.send(answer.to, answer.event)
  expect(rowOf(sim, id, 's')).toMatchObject({ status: 'FAILED', subWorkflowId: null })
  expect(sim.workflow(id).reasonForIncompletion).toContain(`The execution ${childId} has been removed.`)
})
