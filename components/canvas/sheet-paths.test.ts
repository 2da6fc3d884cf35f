import { expect, test } from 'vitest'
import { graphModel } from '@/components/graph/graph-model'
import { layout as layOut } from '@/components/graph/layout'
import { kitchenSink } from '@/components/graph/testing/kitchen-sink'
import { type SheetPath, sheetPaths } from './sheet-paths'

const layout = layOut(graphModel(kitchenSink()), 'down')
const nothing = { decorations: {}, edges: new Map(), problems: {}, selected: null }
const pieces = (paths: readonly SheetPath[], kind: RegExp) =>
  paths.filter((path) => kind.test(path.kind)).flatMap(({ d }) => d.match(/M/g) ?? []).length

test('every node and every line is there once, and only what has a shape', () => {
  const paths = sheetPaths(layout, nothing)
  const shapeless = layout.nodes.filter(({ kind }) => kind === 'merge').length
  expect(pieces(paths, /^(box|bar|pill|frame)$/)).toBe(layout.nodes.length - shapeless)
  expect(pieces(paths, /^line/)).toBe(layout.edges.length)
})

test('what a run has done has its colours, a problem comes before them, and the selection lies above', () => {
  const [first, second] = layout.nodes.filter(({ kind }) => kind === 'task')
  const [line] = layout.edges
  if (!first || !second || !line) throw new Error('The kitchen sink has two tasks and a line.')
  const paths = sheetPaths(layout, {
    decorations: { [first.id]: { status: 'COMPLETED' }, [second.id]: { status: 'COMPLETED' } },
    edges: new Map([[line.id, { kind: 'taken', status: 'COMPLETED' }]]),
    problems: { [second.id]: { severity: 'error', message: 'It has no name.' } },
    selected: first.id,
  })
  const ofColor = (color: string) => paths.filter((path) => path.kind === 'box' && path.color === color)
  expect(pieces(ofColor('var(--status-completed)'), /./)).toBe(1)
  expect(pieces(ofColor('var(--status-failed)'), /./)).toBe(1)
  expect(pieces(paths, /^line-taken$/)).toBe(1)
  expect(paths.at(-1)?.kind).toBe('selected')
})

test('what waits for a person has the colour of waiting, as its card has', () => {
  const [node] = layout.nodes.filter(({ kind }) => kind === 'task')
  if (!node?.task) throw new Error('The kitchen sink has a task.')
  const asking = { ...node, task: { ...node.task, type: 'HUMAN' } }
  const seen = { ...nothing, decorations: { [node.id]: { status: 'IN_PROGRESS' as const } } }
  const [path] = sheetPaths({ ...layout, nodes: [asking], edges: [] }, seen)
  expect(path?.color).toBe('var(--status-waiting)')
})

test('a sheet of thousands is a few dozen shapes', () => {
  const nodes = Array.from({ length: 2_000 }, (_, i) => ({ ...layout.nodes[1], id: `${i}`, kind: 'task' as const }))
  expect(sheetPaths({ ...layout, nodes: nodes as never, edges: [] }, nothing)).toHaveLength(Math.ceil(2_000 / 64))
})
