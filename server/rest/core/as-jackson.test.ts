import { expect, test } from 'vitest'
import { z } from 'zod'
import { checked } from './body'

const schema = z.object({
  text: z.string().optional(),
  count: z.int32().optional(),
  flag: z.boolean().optional(),
  names: z.array(z.string()).optional(),
  either: z.union([z.int32(), z.string().regex(/^\$/)], 'a number').optional(),
})
const read = (value: object) => checked(schema, value, 'call.arg0')

test.each([
  [{ text: 5 }, { text: '5' }],
  [{ text: true }, { text: 'true' }],
  [{ count: ' 12 ' }, { count: 12 }],
  [{ count: 5.9 }, { count: 5 }],
  [{ flag: 'True' }, { flag: true }],
  [{ flag: 0 }, { flag: false }],
  [{ names: ['a', 1] }, { names: ['a', '1'] }],
  [{ either: 2.5 }, { either: 2 }],
])('%j is read as %j', (given, expected) => {
  expect(read(given)).toEqual(expected)
})

test.each([
  [{ text: {} }, 'call.arg0.text'],
  [{ count: 'many' }, 'call.arg0.count'],
  [{ count: '1.5' }, 'call.arg0.count'],
  [{ flag: 'yes' }, 'call.arg0.flag'],
  [{ text: 5, count: 3_000_000_000 }, 'call.arg0.count'],
  [{ names: 'a' }, 'call.arg0.names'],
])('%j is refused', (given, path) => {
  expect(() => read(given)).toThrow(
    expect.objectContaining({ details: { validationErrors: [expect.objectContaining({ path })] } }),
  )
})
