import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { applyEdit, type Edit, randomEdits } from '@/components/graph/testing/random-edits'
import { createDocumentStore } from './document-store'
import { readText } from './read-text'

const open = (text: string, now = () => 0) => {
  const store = createDocumentStore({ text, definition: JSON.parse(text), savedText: text, now })
  return Object.assign(store, { write: (typed: string) => store.type(readText(typed)) })
}

test('undo of any sequence of graph edits and typing restores the very bytes, redo brings them back', () => {
  const typed = fc.string().map((text) => ({ typed: text }))
  const steps = fc.array(fc.oneof(randomEdits, typed), { maxLength: 8 })
  fc.assert(
    fc.property(randomDefinition, steps, (definition, actions) => {
      let clock = 0
      const store = open(JSON.stringify(definition, null, 3), () => (clock += 10_000))
      const texts = [store.getState().text]
      const step = () => {
        const { text } = store.getState()
        if (text !== texts.at(-1)) texts.push(text)
      }
      for (const action of actions) {
        if ('typed' in action) {
          store.write(`${store.getState().text}${action.typed}`)
          step()
        } else {
          for (const edit of action as Edit[]) {
            store.edit((current) => applyEdit(current, edit))
            step()
          }
        }
      }
      for (const text of [...texts].reverse().slice(1)) {
        store.undo()
        expect(store.getState().text).toBe(text)
      }
      for (const text of texts.slice(1)) {
        store.redo()
        expect(store.getState().text).toBe(text)
      }
    }),
    { numRuns: 60 },
  )
})

test('text that does not parse keeps the last valid graph and says where the problem is', () => {
  const store = open('{ "name": "a", "tasks": [] }')
  const { definition } = store.getState()
  store.write('{ "name": "a" "tasks": [] }')
  expect(store.getState().definition).toBe(definition)
  expect(store.getState().problem).toEqual({ message: 'A comma is missing here.', offset: 14, length: 7 })
  store.edit((current) => ({ ...current, name: 'lost' }))
  expect(store.getState().text).toBe('{ "name": "a" "tasks": [] }')
})

test('a value of the wrong kind is located in the text', () => {
  const store = open('{ "name": "a", "tasks": [] }')
  store.write('{ "name": "a", "tasks": [{ "name": 3, "taskReferenceName": "r" }] }')
  expect(store.getState().problem).toMatchObject({ offset: 35, length: 1 })
  expect(store.getState().problem?.message).toMatch(/^tasks\.0\.name: /)
})

test('a run of typing is undone at once, a pause begins a new step', () => {
  let clock = 0
  const store = open('{}', () => clock)
  store.write('{ }')
  store.write('{  }')
  clock = 5000
  store.write('{   }')
  store.undo()
  expect(store.getState().text).toBe('{  }')
  store.undo()
  expect(store.getState().text).toBe('{}')
})

test('typing in the text makes new only the task that was typed into', () => {
  const tasks = Array.from({ length: 500 }, (_, i) => ({ name: `t${i}`, taskReferenceName: `t${i}` }))
  const store = open(JSON.stringify({ name: 'long', tasks }, null, 2))
  const before = store.getState().definition.tasks ?? []
  store.write(store.getState().text.replace('"name": "t250"', '"name": "t250x"'))
  const after = store.getState().definition.tasks ?? []
  expect(after.filter((task, i) => task !== before[i]).map((task) => task.name)).toEqual(['t250x'])
})
