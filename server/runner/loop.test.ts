import { pino } from 'pino'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { startLoop } from './loop'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const logger = pino({ level: 'silent' })

it('runs when its last run said, or sooner when hurried', async () => {
  const runs: number[] = []
  const step = async () => {
    runs.push(Date.now())
    return 1_000
  }
  const began = Date.now()
  const loop = startLoop({ name: 'test', logger, step })
  await vi.advanceTimersByTimeAsync(2_500)
  loop.hurry(100)
  loop.hurry(400)
  await vi.advanceTimersByTimeAsync(900)
  expect(runs.map((at) => at - began)).toEqual([0, 1_000, 2_000, 2_600])
  await loop.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(runs).toHaveLength(4)
})

it('keeps the nearest wish that came while it ran, and goes on after a failure', async () => {
  const runs: number[] = []
  const began = Date.now()
  const loop = startLoop({
    name: 'test',
    logger,
    step: async () => {
      runs.push(Date.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 50))
      if (runs.length === 1) throw new Error('once')
      return 10_000
    },
  })
  await vi.advanceTimersByTimeAsync(10)
  loop.hurry(200)
  loop.hurry(5_000)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(runs).toEqual([0, 210])
  await loop.stop()
})
