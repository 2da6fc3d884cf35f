import fc from 'fast-check'
import { expect, test } from 'vitest'
import { graphModel } from './graph-model'
import { layout } from './layout'
import type { Layout, PlacedNode, Point } from './layout-types'
import { randomDefinition } from './testing/random-definition'
import { applyEdit, randomEdits } from './testing/random-edits'

function overlaps(a: PlacedNode, b: PlacedNode): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function isAround(frame: PlacedNode, inner: PlacedNode): boolean {
  return (
    frame.kind === 'loop' &&
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

test('nothing overlaps and no two edges cross, whatever the definition and its edits', () => {
  fc.assert(
    fc.property(randomDefinition, randomEdits, (definition, edits) => {
      const drawn = layout(graphModel(edits.reduce(applyEdit, definition)))
      expect(overlapping(drawn)).toEqual([])
      expect(crossings(drawn)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('everything is within the sheet, in whole or half pixels, and edges are orthogonal', () => {
  fc.assert(
    fc.property(randomDefinition, (definition) => {
      const { nodes, edges, left, width, height } = layout(graphModel(definition))
      for (const node of nodes) {
        expect(node.x).toBeGreaterThanOrEqual(left)
        expect(node.x + node.width).toBeLessThanOrEqual(left + width)
        expect(node.y + node.height).toBeLessThanOrEqual(height)
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
