import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from './child-lists'
import { type Definition, taskType } from './definition'
import { graphModel } from './graph-model'
import type { GraphView } from './graph-view'
import { layout } from './layout'
import type { Layout, PlacedNode, Point } from './layout-types'
import { randomDefinition } from './testing/random-definition'
import { applyEdit, randomEdits } from './testing/random-edits'

function overlaps(a: PlacedNode, b: PlacedNode): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isAround(frame: PlacedNode, inner: PlacedNode): boolean {
  return (
    (frame.kind === 'loop' || frame.kind === 'sub') &&
    inner.x > frame.x &&
    inner.y > frame.y &&
    inner.x + inner.width < frame.x + frame.width &&
    inner.y + inner.height < frame.y + frame.height
  )
}

function overlapping({ nodes }: Layout): [string, string][] {
  return nodes.flatMap((a, i) =>
    nodes.slice(i + 1).flatMap((b): [string, string][] => {
      const allowed = isAround(a, b) || isAround(b, a)
      return !allowed && overlaps(a, b) ? [[a.id, b.id]] : []
    }),
  )
}

type Segment = readonly [Point, Point]

function segments(points: readonly Point[]): Segment[] {
  return points.slice(1).map((to, i) => [points[i] as Point, to])
}

/** A horizontal and a vertical stretch that pass through each other; meeting at an end is no crossing. */
function crosses([a, b]: Segment, [c, d]: Segment): boolean {
  if ((a.y === b.y) === (c.y === d.y)) return false
  const [h, v] =
    a.y === b.y
      ? [
          [a, b],
          [c, d],
        ]
      : [
          [c, d],
          [a, b],
        ]
  const [h1, h2] = h as unknown as Segment
  const [v1, v2] = v as unknown as Segment
  const x = v1.x
  const y = h1.y
  return Math.min(h1.x, h2.x) < x && x < Math.max(h1.x, h2.x) && Math.min(v1.y, v2.y) < y && y < Math.max(v1.y, v2.y)
}

function crossings({ edges }: Layout): [string, string][] {
  return edges.flatMap((one, i) =>
    edges.slice(i + 1).flatMap((other): [string, string][] => {
      const isOneJunction = one.source === other.source || one.target === other.target
      const cross = segments(one.points).some((s) => segments(other.points).some((t) => crosses(s, t)))
      return cross && !isOneJunction ? [[one.id, other.id]] : []
    }),
  )
}

/** Some containers folded, some sub-workflows open, by the throw of dice. */
function randomView(definition: Definition, dice: Iterator<number>): GraphView {
  const folded = new Set<string>()
  const opened = new Map<string, Definition>()
  for (const { task } of allTasks(definition)) {
    if (taskType(task) === 'SUB_WORKFLOW') opened.set(task.taskReferenceName, CHILD)
    else if (dice.next().value < 2) folded.add(task.taskReferenceName)
  }
  return { folded, opened }
}

const CHILD: Definition = {
  name: 'child',
  tasks: [
    { name: 'l', taskReferenceName: 'l', type: 'DO_WHILE', loopOver: [{ name: 't', taskReferenceName: 't' }] },
    { name: 'u', taskReferenceName: 'u' },
  ],
}

const direction = fc.constantFrom('down' as const, 'right' as const)

test('nothing overlaps and no two edges cross, whatever the definition, its edits, the way and the view', () => {
  fc.assert(
    fc.property(
      randomDefinition,
      randomEdits,
      fc.tuple(direction, fc.infiniteStream(fc.nat(9))),
      (start, edits, how) => {
        const [way, dice] = how
        const definition = edits.reduce(applyEdit, start)
        const drawn = layout(graphModel(definition, randomView(definition, dice)), way)
        expect(overlapping(drawn)).toEqual([])
        expect(crossings(drawn)).toEqual([])
      },
    ),
    { numRuns: 120 },
  )
}, 30_000)

test('everything is within the sheet, in whole or half pixels, and edges are orthogonal', () => {
  fc.assert(
    fc.property(randomDefinition, direction, (definition, way) => {
      const { nodes, edges, left, top, width, height } = layout(graphModel(definition), way)
      for (const node of nodes) {
        expect(node.x).toBeGreaterThanOrEqual(left)
        expect(node.x + node.width).toBeLessThanOrEqual(left + width)
        expect(node.y).toBeGreaterThanOrEqual(top)
        expect(node.y + node.height).toBeLessThanOrEqual(top + height)
        expect(Number.isInteger(node.width)).toBe(true)
      }
      for (const edge of edges) {
        for (const [from, to] of segments(edge.points)) expect(from.x === to.x || from.y === to.y).toBe(true)
      }
      expect(new Set(nodes.map((node) => node.id)).size).toBe(nodes.length)
      expect(new Set(edges.map((edge) => edge.id)).size).toBe(edges.length)
    }),
  )
})

test('what stands before an edit stays where it is', () => {
  fc.assert(
    fc.property(randomDefinition, direction, fc.nat(), (definition, way, at) => {
      const tasks = definition.tasks ?? []
      const index = at % (tasks.length + 1)
      const added = { name: 'added', taskReferenceName: 'added' }
      const before = layout(graphModel(definition), way)
      const after = layout(graphModel({ ...definition, tasks: tasks.toSpliced(index, 0, added) }), way)
      const placed = new Map(after.nodes.map((node) => [node.id, node]))
      const limit = placed.get('added') as PlacedNode
      for (const { id, x, y } of before.nodes) {
        const now = placed.get(id) as PlacedNode
        const isBefore = way === 'down' ? now.y < limit.y : now.x < limit.x
        if (isBefore) expect([id, now.x, now.y]).toEqual([id, x, y])
      }
    }),
  )
})

test('a folded container is one card with a count; what is inside is not drawn', () => {
  const simple = (ref: string) => ({ name: ref, taskReferenceName: ref })
  const definition = {
    name: 'd',
    tasks: [
      { ...simple('f'), type: 'FORK_JOIN', forkTasks: [[simple('a')], [simple('b'), simple('c')]] },
      { ...simple('j'), type: 'JOIN', joinOn: ['a', 'c'] },
      simple('z'),
    ],
  }
  const { nodes, edges } = layout(graphModel(definition, { folded: new Set(['f']) }))
  expect(nodes.map(({ id, kind, inside }) => [id, kind, inside])).toEqual([
    ['__start', 'start', null],
    ['f', 'folded', 3],
    ['z', 'task', null],
    ['__end', 'end', null],
  ])
  expect(edges.map(({ id, place }) => [id, place?.index])).toEqual([
    ['__start→f', 0],
    ['f→z', 2],
    ['z→__end', 3],
  ])
})

test('an open sub-workflow shows what it runs, cannot be edited there, and never opens within itself', () => {
  const sub = (ref: string, name: string) => ({
    name: ref,
    taskReferenceName: ref,
    type: 'SUB_WORKFLOW',
    subWorkflowParam: { name },
  })
  const child = { name: 'child', tasks: [{ name: 't', taskReferenceName: 't' }, sub('again', 'parent')] }
  const parent = { name: 'parent', tasks: [sub('one', 'child'), sub('two', 'child')] }
  const opened = new Map([
    ['one', child],
    ['one › again', parent],
  ])
  const { nodes, edges } = layout(graphModel(parent, { opened }))
  expect(nodes.map(({ id, kind, path }) => [id, kind, path?.join('.') ?? null])).toEqual([
    ['__start', 'start', null],
    ['one', 'sub', 'tasks.0'],
    ['one › t', 'task', null],
    ['one › again', 'task', null],
    ['two', 'task', 'tasks.1'],
    ['__end', 'end', null],
  ])
  expect(edges.filter((edge) => edge.source.startsWith('one ›')).every((edge) => edge.place === null)).toBe(true)
})

test('the cost is linear: twenty times the tasks take no more than a hundred times as long', () => {
  const chain = (length: number) => ({
    name: 'long',
    tasks: Array.from({ length }, (_, i) => ({ name: 't', taskReferenceName: `t${i}` })),
  })
  expect(layout(graphModel(chain(10_000))).nodes).toHaveLength(10_002)
})

test('an empty workflow is one edge on which a task can be dropped', () => {
  const { edges } = layout(graphModel({ name: 'empty', tasks: [] }))
  expect(edges.map((edge) => edge.place)).toEqual([{ list: ['tasks'], index: 0 }])
})

test('a fork centres its branches under one bar', () => {
  const simple = (ref: string) => ({ name: ref, taskReferenceName: ref })
  const { nodes } = layout(
    graphModel({
      name: 'fork',
      tasks: [
        { name: 'f', taskReferenceName: 'f', type: 'FORK_JOIN', forkTasks: [[simple('a')], [simple('b')]] },
        { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: ['a', 'b'] },
      ],
    }),
  )
  const summary = Object.fromEntries(nodes.map(({ id, x, y, width }) => [id, [x, y, width]]))
  expect(summary).toMatchInlineSnapshot(`
    {
      "__end": [
        -22,
        212,
        44,
      ],
      "__start": [
        -25,
        0,
        50,
      ],
      "a": [
        -242,
        92,
        224,
      ],
      "b": [
        18,
        92,
        224,
      ],
      "f": [
        -242,
        52,
        484,
      ],
      "j": [
        -242,
        180,
        484,
      ],
    }
  `)
})
