import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hedgedCall } from './hedged-call'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Calls that end when they are told to. */
function calls(attempts: number) {
  const open: PromiseWithResolvers<number>[] = []
  const outcome = hedgedCall({
    attempts,
    afterMs: 100,
    call: () => {
      const next = Promise.withResolvers<number>()
      open.push(next)
      return next.promise
    },
    isGood: (status) => status === 200,
    isFinal: (error) => error === 'refused',
  })
  outcome.catch(() => undefined)
  const end = async (nth: number, how: 'resolve' | 'reject', what: unknown) => {
    open[nth]?.[how](what as number)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { open, outcome, end }
}

it('is called once when the answer is there in time', async () => {
  const { open, outcome, end } = calls(3)
  await vi.advanceTimersByTimeAsync(99)
  await end(0, 'resolve', 200)
  expect(await outcome).toBe(200)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(open).toHaveLength(1)
})

it('is called again beside a slow one, and the first good answer counts', async () => {
  const { open, outcome, end } = calls(3)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(open).toHaveLength(3)
  await end(1, 'reject', 'reset')
  await end(2, 'resolve', 200)
  await end(0, 'reject', 'late')
  expect(await outcome).toBe(200)
})

it('is called again at once when it failed; the last failure is the outcome', async () => {
  const { open, outcome, end } = calls(2)
  await end(0, 'resolve', 503)
  expect(open).toHaveLength(2)
  await end(1, 'resolve', 500)
  expect(await outcome).toBe(500)
  expect(open).toHaveLength(2)
})

it('what is refused is not asked for again', async () => {
  const { open, outcome, end } = calls(3)
  await end(0, 'reject', 'refused')
  await expect(outcome).rejects.toBe('refused')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(open).toHaveLength(1)
})
