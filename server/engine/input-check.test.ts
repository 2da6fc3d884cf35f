import { describe, expect, test } from 'vitest'
import { asTaskId, asWorkflowId } from '@/server/model/ids'
import { asStart } from './as-start'
import { CHECK_AGAIN_MS } from './input-check'
import { play, rowsOf, simple, sub, workflow } from './testing/play'

const follower = {
  workflowId: asWorkflowId('00000000-0000-4000-8000-00000000000a'),
  taskId: asTaskId('00000000-0000-4000-8000-00000000000b'),
}

describe('a child whose input has not been looked at', () => {
  const child = workflow('child', [simple('a')])
  const unchecked = () => {
    const sim = play({ workflows: [child] })
    return { sim, id: sim.start('child', {}, { state: { unchecked: true } }) }
  }

  test('begins nothing, whatever it hears, until the answer is there', () => {
    const { sim, id } = unchecked()
    sim.send(id, { type: 'follow', follower })
    sim.send(id, { type: 'set-variables', variables: { x: 1 } })
    expect(rowsOf(sim, id)).toEqual([])
    expect(sim.workflow(id).status).toBe('RUNNING')
    sim.send(id, { type: 'start', checked: true })
    expect(rowsOf(sim, id)).toEqual(['a:SCHEDULED'])
    expect(sim.workflow(id).state).toEqual({ followers: [follower] })
  })

  test('is asked about again when nobody answers, also after other events', () => {
    const { sim, id } = unchecked()
    const { wakeAt } = sim.send(id, { type: 'follow', follower })
    expect(wakeAt).toBe(sim.now() + CHECK_AGAIN_MS)
    expect(asStart(sim.workflow(id), { type: 'wake' })).toBe('unchecked')
    expect(asStart(sim.workflow(id), { type: 'start' })).toBe('unchecked')
    expect(asStart(sim.workflow(id), { type: 'start', checked: true })).toEqual({ type: 'start', checked: true })
  })

  test('fails when its input does not fit', () => {
    const { sim, id } = unchecked()
    sim.send(id, { type: 'input-refused', reason: 'no' })
    expect(sim.workflow(id)).toMatchObject({ status: 'FAILED', reasonForIncompletion: 'no', state: null })
  })

  test('in a dry run every input fits', () => {
    const checked = { ...child, inputSchema: { name: 'any' } }
    const sim = play({ workflows: [workflow('w', [sub('s', 'child')]), checked] })
    sim.start('w')
    expect(sim.poll('a')).not.toBeNull()
  })
})

describe('a start', () => {
  const sim = play({ workflows: [workflow('w', [simple('a')])] })
  const begun = sim.workflow(sim.start('w'))
  const newborn = { ...begun, revision: 0, state: null }
  const gate = { key: 'k', limit: 1, waiting: true }

  test('comes with whatever wakes a newborn, and once', () => {
    expect(asStart(newborn, { type: 'wake' })).toEqual({ type: 'start' })
    expect(asStart({ ...begun, revision: 1 }, { type: 'start' })).toBe('nothing')
  })

  test('waits for a place; that its time runs out is noticed there, too', () => {
    expect(asStart({ ...newborn, gate }, { type: 'start' })).toBe('nothing')
    expect(asStart({ ...newborn, gate }, { type: 'wake' })).toEqual({ type: 'wake' })
  })
})
