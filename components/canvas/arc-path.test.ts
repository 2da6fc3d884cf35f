import { expect, test } from 'vitest'
import type { PlacedNode } from '@/components/graph/layout-types'
import { arcBetween } from './arc-path'

const at = (x: number, y: number): PlacedNode => ({ id: '', x, y, width: 224, height: 52 }) as PlacedNode

test('an arc runs beside the column, on the side that the other node is on', () => {
  expect(arcBetween(at(0, 0), at(0, 200), 'down').from).toEqual({ x: 224, y: 26 })
  expect(arcBetween(at(300, 0), at(0, 200), 'down')).toMatchObject({ from: { x: 300, y: 26 }, to: { x: 0, y: 226 } })
})

test('between neighbours of a row it goes over them, between those of a column beside them', () => {
  expect(arcBetween(at(0, 0), at(300, 0), 'down')).toMatchObject({ from: { x: 112, y: 0 }, to: { x: 412, y: 0 } })
  expect(arcBetween(at(0, 0), at(300, 0), 'down').path).toMatch(/C112 -\d/)
  expect(arcBetween(at(0, 0), at(300, 0), 'right')).toMatchObject({ from: { x: 112, y: 52 }, to: { x: 412, y: 52 } })
  expect(arcBetween(at(0, 0), at(0, 200), 'right').from).toEqual({ x: 224, y: 26 })
})
