import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allTasks } from './child-lists'
import type { Definition, GraphTask } from './definition'
import { diffDefinitions } from './diff-definitions'
import { longestIncreasing } from './longest-increasing'
import { randomDefinition } from './testing/random-definition'

const task = (ref: string, more: Partial<GraphTask> = {}): GraphTask => ({
  name: ref,
  taskReferenceName: ref,
  type: 'SIMPLE',
  ...more,
})
const flow = (...tasks: GraphTask[]): Definition => ({ name: 'flow', version: 1, tasks })
const told = (before: Definition, after: Definition) =>
  diffDefinitions(before, after).tasks.map(({ ref, kinds }) => `${ref} ${kinds.join('+')}`)

describe('what became of each task', () => {
  test('added and removed, wherever they stand', () => {
    const fork = (...branches: GraphTask[][]) => task('fork', { type: 'FORK_JOIN', forkTasks: branches })
    expect(told(flow(fork([task('a')], [task('b')])), flow(fork([task('a'), task('c')], [])))).toEqual([
      'c added',
      'b removed',
    ])
  })

  test('changed names its fields; key order and empty fields say nothing', () => {
    const before = flow(task('a', { inputParameters: { x: 1, y: { p: 1, q: 2 } }, description: null }))
    const same = flow({ ...task('a'), inputParameters: { y: { q: 2, p: 1 }, x: 1 } })
    expect(diffDefinitions(before, same).tasks).toEqual([])
    const changed = flow(task('a', { inputParameters: { x: 2 }, optional: true }))
    expect(diffDefinitions(before, changed).tasks).toEqual([
      { ref: 'a', name: 'a', kinds: ['changed'], fields: ['inputParameters', 'optional'] },
    ])
  })

  test('moved is only the one that left the order, and it may have changed too', () => {
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((ref) => task(ref)) as [GraphTask, GraphTask, GraphTask, GraphTask]
    expect(told(flow(a, b, c, d), flow(b, c, d, { ...a, optional: true }))).toEqual(['a changed+moved'])
    expect(told(flow(a, b), flow(a, c, b))).toEqual(['c added'])
  })

  test('a branch goes on under another number, a case under another name', () => {
    const fork = (...branches: GraphTask[][]) => task('fork', { type: 'FORK_JOIN', forkTasks: branches })
    const before = flow(fork([task('a'), task('b'), task('c')], [task('d')]))
    expect(told(before, flow(fork([task('d')], [task('a'), task('b'), task('c')])))).toEqual([])
    expect(told(before, flow(fork([task('a'), task('b')], [task('d'), task('c')])))).toEqual(['c moved'])
    const choose = (key: string) => task('s', { type: 'SWITCH', decisionCases: { [key]: [task('x')] } })
    expect(diffDefinitions(flow(choose('yes')), flow(choose('si'))).tasks).toEqual([
      { ref: 's', name: 's', kinds: ['changed'], fields: ['decisionCases'] },
    ])
  })

  test('into a loop is a move; the workflow has fields of its own', () => {
    const loop = (...body: GraphTask[]) => task('loop', { type: 'DO_WHILE', loopOver: body })
    const before = flow(task('a'), loop())
    const after = { ...flow(loop(task('a'))), version: 2, description: 'better' }
    expect(told(before, after)).toEqual(['a moved'])
    expect(diffDefinitions(before, after).header).toEqual(['description'])
  })
})

describe('for any definition', () => {
  test('it does not differ from itself', () => {
    fc.assert(
      fc.property(randomDefinition, (definition) => {
        expect(diffDefinitions(definition, structuredClone(definition))).toEqual({ tasks: [], header: [] })
      }),
    )
  })

  test('what one direction adds the other removes, and every task is accounted for', () => {
    fc.assert(
      fc.property(randomDefinition, randomDefinition, (a, b) => {
        const of = (kind: string, diff = diffDefinitions(a, b)) =>
          diff.tasks.filter(({ kinds }) => (kinds as readonly string[]).includes(kind)).map(({ ref }) => ref)
        expect(new Set(of('added'))).toEqual(new Set(of('removed', diffDefinitions(b, a))))
        const refs = new Set([...allTasks(a)].map((each) => each.task.taskReferenceName))
        for (const ref of of('removed')) refs.delete(ref)
        for (const ref of of('added')) refs.add(ref)
        expect(refs).toEqual(new Set([...allTasks(b)].map((each) => each.task.taskReferenceName)))
      }),
    )
  })
})

test('a longest increasing run is increasing and as long as any', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 10 }), (values) => {
      const found = longestIncreasing(values).map((i) => values[i] as number)
      expect(found.every((value, i) => i === 0 || value > (found[i - 1] as number))).toBe(true)
      const subsets = Array.from({ length: 1 << values.length }, (_, mask) => values.filter((_, i) => mask & (1 << i)))
      const best = subsets.filter((one) => one.every((value, i) => i === 0 || value > (one[i - 1] as number)))
      expect(found).toHaveLength(Math.max(...best.map((one) => one.length)))
    }),
  )
})
