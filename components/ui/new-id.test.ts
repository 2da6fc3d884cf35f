import { expect, test } from 'vitest'
import { z } from 'zod'
import { newId } from './new-id'

test('ids are UUIDs of version 4, each another', () => {
  const ids = Array.from({ length: 200 }, newId)
  expect(ids.every((id) => z.uuidv4().safeParse(id).success)).toBe(true)
  expect(new Set(ids).size).toBe(200)
})
