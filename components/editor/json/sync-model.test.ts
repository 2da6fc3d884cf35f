import fc from 'fast-check'
import { expect, test } from 'vitest'
import { difference } from './sync-model'

test('replacing the difference turns one text into the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n') })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const edit = difference(before, after)
      const changed = edit === null ? before : before.slice(0, edit.start) + edit.text + before.slice(edit.end)
      expect(changed).toBe(after)
    }),
  )
})
