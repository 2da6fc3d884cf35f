import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whileMember } from './while-member'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a stream ends within a minute after its reader was removed, and lets go of its source', async () => {
  let isMember = true
  let released = false
  let wake = () => {}
  async function* source() {
    try {
      yield 1
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      yield 2
    } finally {
      released = true
    }
  }
  const stream = whileMember(source(), async () => isMember)
  expect(await stream.next()).toEqual({ value: 1, done: false })
  const second = stream.next()
  await vi.advanceTimersByTimeAsync(30_000)
  isMember = false
  await vi.advanceTimersByTimeAsync(30_000)
  expect(await second).toEqual({ value: undefined, done: true })
  wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(released).toBe(true)
})

test('a member sees everything', async () => {
  async function* source() {
    yield* [1, 2, 3]
  }
  const seen: number[] = []
  for await (const value of whileMember(source(), async () => true)) seen.push(value)
  expect(seen).toEqual([1, 2, 3])
})
