import { describe, expect, test } from 'vitest'
import type { EngineEvent } from '@/server/engine/event'
import { childOf, fork, play, rowOf, rowsOf, simple, sub, system, work, workflow } from '@/server/engine/testing/play'

const RETRY: EngineEvent = { type: 'retry', resumeSubworkflowTasks: false }
const RESUME: EngineEvent = { type: 'retry', resumeSubworkflowTasks: true }
const RESTART: EngineEvent = { type: 'restart', latest: null }

describe('a child inside nested forks', () => {
  const parent = workflow('parent', [
    ...fork('f1', [[simple('side1')], fork('f2', [[sub('s', 'child')], [simple('side2')]])], ['side1', 'f2_join']),
    simple('z'),
  ])
  const child = workflow('child', [simple('inner', { retryCount: 0 })])

  function failed() {
    const sim = play({ workflows: [parent, child] })
    const id = sim.start('parent')
    const childId = childOf(sim, id, 's')
    work(sim, 'inner', { status: 'FAILED' })
    return { sim, id, childId }
  }

  test.each([
    ['case 234: a restart of the child', { whom: 'child', event: RESTART, sameChild: true, sideAgain: false }],
    ['case 235: a restart of the parent', { whom: 'parent', event: RESTART, sameChild: false, sideAgain: false }],
    ['case 236: a retry of the parent', { whom: 'parent', event: RETRY, sameChild: false, sideAgain: true }],
    [
      'case 237: a retry of the parent with resume',
      { whom: 'parent', event: RESUME, sameChild: true, sideAgain: false },
    ],
    ['case 238: a retry of the child', { whom: 'child', event: RETRY, sameChild: true, sideAgain: false }],
  ] as const)(
    '%s, and case 239: completing everything completes the parent',
    (_sentence, { whom, event, ...expected }) => {
      const { sim, id, childId } = failed()
      expect(sim.workflow(id).status).toBe('FAILED')
      sim.send(whom === 'child' ? childId : id, event)
      expect(sim.workflow(id).status).toBe('RUNNING')
      expect(['s', 'f1_join', 'f2_join'].map((ref) => rowOf(sim, id, ref).status)).toEqual(Array(3).fill('IN_PROGRESS'))
      expect(childOf(sim, id, 's') === childId).toBe(expected.sameChild)
      expect(sim.tasks(id).filter((row) => row.referenceTaskName === 'side1')).toHaveLength(expected.sideAgain ? 2 : 1)
      for (const type of ['inner', 'side2', 'side1', 'z']) work(sim, type)
      expect(sim.workflow(id).status).toBe('COMPLETED')
    },
  )
})

describe('forks at three levels', () => {
  const level = (name: string, first: Parameters<typeof workflow>[1][number]) =>
    workflow(name, fork('f', [[first], [simple(`${name}_side`)]]))
  const workflows = [
    level('root', sub('m', 'mid')),
    level('mid', sub('l', 'leaf')),
    level('leaf', simple('a', { retryCount: 0 })),
  ]

  function failed() {
    const sim = play({ workflows })
    const root = sim.start('root')
    const mid = childOf(sim, root, 'm')
    const leaf = childOf(sim, mid, 'l')
    work(sim, 'a', { status: 'FAILED' })
    return { sim, ids: { root, mid, leaf } }
  }

  test.each([
    ['case 230: a restart of the root', 'root', RESTART],
    ['case 230: a restart of the middle', 'mid', RESTART],
    ['case 230: a restart of the leaf', 'leaf', RESTART],
    ['case 229: a retry of the middle', 'mid', RETRY],
    ['case 229: a retry of the middle with resume', 'mid', RESUME],
    ['cases 229 and 330: a retry of the leaf', 'leaf', RETRY],
    ['case 229: a retry of the leaf with resume', 'leaf', RESUME],
  ] as const)('%s opens joins and canceled sides of every level above it', (_sentence, from, event) => {
    const { sim, ids } = failed()
    sim.send(ids[from], event)
    const above = from === 'root' ? [] : from === 'mid' ? (['root'] as const) : (['root', 'mid'] as const)
    for (const name of above) {
      expect(rowsOf(sim, ids[name])).toEqual([
        'f:COMPLETED',
        `${name === 'root' ? 'm' : 'l'}:IN_PROGRESS`,
        `${name}_side:SCHEDULED`,
        'f_join:IN_PROGRESS',
      ])
      expect(rowOf(sim, ids[name], `${name}_side`).retryCount).toBe(1)
    }
    for (const type of ['a', 'leaf_side', 'mid_side', 'root_side']) work(sim, type)
    expect(sim.workflow(ids.root).status).toBe('COMPLETED')
  })
})

describe('children as branches', () => {
  const inner = (name: string) => workflow(`c${name}`, [simple(`${name}1`), simple(`${name}2`, { retryCount: 0 })])
  const branches = ['x', 'y', 'd'].map((name) => [sub(name, `c${name}`)])
  const listed = ['x', 'y', 'd'].map((name) => ({
    name,
    taskReferenceName: name,
    type: 'SUB_WORKFLOW',
    subWorkflowParam: { name: `c${name}`, version: 1 },
  }))
  const dynamic = [
    system('FORK_JOIN_DYNAMIC', 'f', {
      dynamicForkTasksParam: 'tasks',
      dynamicForkTasksInputParamName: 'inputs',
      inputParameters: { tasks: listed, inputs: {} },
    }),
    system('JOIN', 'f_join'),
  ]

  /** `d` completed, `x` failed in its second task, `y` was canceled in its second. */
  function failed(tasks = fork('f', branches)) {
    const sim = play({ workflows: [workflow('w', tasks), ...['x', 'y', 'd'].map(inner)] })
    const id = sim.start('w')
    for (const type of ['d1', 'd2', 'x1', 'y1']) work(sim, type)
    const children = ['x', 'y', 'd'].map((ref) => childOf(sim, id, ref))
    work(sim, 'x2', { status: 'FAILED' })
    return { sim, id, children, now: () => ['x', 'y', 'd'].map((ref) => childOf(sim, id, ref)) }
  }

  test.each([
    ['static', undefined],
    ['dynamic', dynamic],
  ])(
    'cases 97, 328 and 331: with resume all children of a %s fork are kept, with what they had done',
    (_kind, tasks) => {
      const { sim, id, children, now } = failed(tasks)
      sim.send(id, RESUME)
      expect(now()).toEqual(children)
      expect(sim.tasks(id)).toHaveLength(5)
      expect(rowsOf(sim, id).slice(1)).toEqual(['x:IN_PROGRESS', 'y:IN_PROGRESS', 'd:COMPLETED', 'f_join:IN_PROGRESS'])
      expect(rowsOf(sim, children[0]!)).toEqual(['x1:COMPLETED', 'x2:FAILED', 'x2:SCHEDULED'])
      expect(rowsOf(sim, children[1]!)).toEqual(['y1:COMPLETED', 'y2:CANCELED', 'y2:SCHEDULED'])
      for (const type of ['x2', 'y2']) work(sim, type)
      expect(sim.workflow(id).status).toBe('COMPLETED')
    },
  )

  test('case 327: without it failed and canceled branches get other children, the completed one stays', () => {
    const { sim, id, children, now } = failed()
    sim.send(id, RETRY)
    expect(now().map((child, at) => child === children[at])).toEqual([false, false, true])
    for (const type of ['x1', 'y1', 'x2', 'y2']) work(sim, type)
    expect(sim.workflow(id).status).toBe('COMPLETED')
  })

  test('case 96: a child’s failure is its branch’s, and cancels the join', () => {
    const { sim, id } = failed(dynamic)
    expect(rowsOf(sim, id).slice(1)).toEqual(['x:FAILED', 'y:CANCELED', 'd:COMPLETED', 'f_join:CANCELED'])
    expect(sim.workflow(id).status).toBe('FAILED')
  })
})
