import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Definition } from '@/components/graph/definition'
import { insertTasks } from '@/components/graph/edits/insert-tasks'
import { updateTask } from '@/components/graph/edits/update-task'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { applyEdit, randomEdits } from '@/components/graph/testing/random-edits'
import { patchText } from './patch-text'

const styles = fc.constantFrom(
  (value: unknown) => JSON.stringify(value, null, 2),
  (value: unknown) => JSON.stringify(value, null, 4),
  (value: unknown) => JSON.stringify(value),
  (value: unknown) => JSON.stringify(value, null, '\t').replaceAll('\n', '\r\n'),
)

test('the patched text always reads as the edited definition', () => {
  fc.assert(
    fc.property(randomDefinition, randomEdits, styles, (definition, edits, style) => {
      let text = style(definition)
      let current: Definition = JSON.parse(text)
      for (const edit of edits) {
        const next = applyEdit(current, edit)
        text = patchText(text, current, next)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(next)))
        current = next
      }
    }),
    { numRuns: 60 },
  )
})

test('a pretty text stays pretty: the same as printing the edited definition', () => {
  fc.assert(
    fc.property(randomDefinition, randomEdits, (definition, edits) => {
      let text = JSON.stringify(definition, null, 2)
      let current: Definition = JSON.parse(text)
      for (const edit of edits) {
        const next = applyEdit(current, edit)
        text = patchText(text, current, next)
        current = next
      }
      expect(text).toBe(JSON.stringify(JSON.parse(text), null, 2))
    }),
  )
})

const HAND_WRITTEN = `{
  "version": 1.0, "name": "mine",
  "tasks": [
    { "name": "a", "taskReferenceName": "a", "inputParameters": { "x": 1e3 } },

    { "taskReferenceName": "b", "name": "b" }
  ]
}
`

test('an inserted task leaves every other line as its author wrote it', () => {
  const before: Definition = JSON.parse(HAND_WRITTEN)
  const after = insertTasks(before, { list: ['tasks'], index: 2 }, [{ name: 'c', taskReferenceName: 'c' }])
  expect(patchText(HAND_WRITTEN, before, after)).toMatchInlineSnapshot(`
    "{
      "version": 1.0, "name": "mine",
      "tasks": [
        { "name": "a", "taskReferenceName": "a", "inputParameters": { "x": 1e3 } },

        { "taskReferenceName": "b", "name": "b" },

        {
          "name": "c",
          "taskReferenceName": "c"
        }
      ]
    }
    "
  `)
})

test('a changed field touches nothing but itself', () => {
  const before: Definition = JSON.parse(HAND_WRITTEN)
  const after = updateTask(before, ['tasks', 0], { name: 'z' })
  expect(patchText(HAND_WRITTEN, before, after)).toBe(HAND_WRITTEN.replace('"name": "a"', '"name": "z"'))
})

test('number-like case names keep the order of the text', () => {
  const text = '{"tasks":[{"decisionCases":{"b":[],"1":[]},"name":"s","taskReferenceName":"s"}]}'
  const before: Definition = JSON.parse(text)
  const after = insertTasks(before, { list: ['tasks', 0, 'decisionCases', '1'], index: 0 }, [
    { name: 'c', taskReferenceName: 'c' },
  ])
  expect(patchText(text, before, after).indexOf('"b"')).toBeLessThan(patchText(text, before, after).indexOf('"1"'))
})
