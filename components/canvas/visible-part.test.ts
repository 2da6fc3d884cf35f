import { expect, test } from 'vitest'
import { readPart, touches, visiblePart } from './visible-part'

const camera = (x: number, y: number, zoom: number) => ({ transform: [x, y, zoom], width: 800, height: 600 }) as const

test('what is seen is drawn, with room around it, at every place and size', () => {
  for (const zoom of [0.1, 0.33, 0.5, 1, 1.5]) {
    for (const [x, y] of [
      [0, 0],
      [-3_000, 120],
      [777, -5_432],
    ] as const) {
      const part = readPart(visiblePart(camera(x, y, zoom)))
      expect(part.x).toBeLessThan(-x / zoom)
      expect(part.y).toBeLessThan(-y / zoom)
      expect(part.x + part.width).toBeGreaterThan((800 - x) / zoom)
      expect(part.y + part.height).toBeGreaterThan((600 - y) / zoom)
      expect(part.width * zoom).toBeLessThan(800 * 2.5)
    }
  }
})

test('most frames of a pan ask for the part that is drawn already', () => {
  const parts = Array.from({ length: 100 }, (_, i) => visiblePart(camera(-i * 10, 0, 1)))
  expect(new Set(parts).size).toBeLessThan(14)
})

test('boxes that only share a border do not touch', () => {
  const box = { x: 0, y: 0, width: 10, height: 10 }
  expect(touches(box, { x: 10, y: 0, width: 5, height: 5 })).toBe(false)
  expect(touches(box, { x: 9, y: 9, width: 5, height: 5 })).toBe(true)
})
