import { describe, expect, it } from 'vitest'
import { isUuid } from '@/server/model/ids'
import { idFrom, newId } from './ids'

describe('newId', () => {
  const ids = Array.from({ length: 20_000 }, newId)

  it('is a version 7 UUID of the RFC variant', () => {
    for (const id of ids.slice(0, 100)) {
      expect(isUuid(id)).toBe(true)
      expect(id[14]).toBe('7')
      expect('89ab').toContain(id[19])
    }
  })

  it('strictly increases, also within one millisecond', () => {
    for (let i = 1; i < ids.length; i++) expect(ids[i]! > ids[i - 1]!).toBe(true)
  })

  it('carries the time', () => {
    const ms = Number.parseInt(newId().replace('-', '').slice(0, 12), 16)
    expect(Math.abs(Date.now() - ms)).toBeLessThan(1_000)
  })
})

it('the same words make the same id, other words another', () => {
  expect(idFrom('a', 1)).toBe(idFrom('a', 1))
  expect(idFrom('a', 1)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(new Set([idFrom('a', 1), idFrom('a1'), idFrom('a', '1'), idFrom(1, 'a')]).size).toBe(4)
})
