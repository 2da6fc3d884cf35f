import { expect, test } from 'vitest'
import { kitchenSink } from '@/components/graph/testing/kitchen-sink'
import { readText } from './read-text'

const said = (text: string) => {
  const { problem } = readText(text)
  return problem && { message: problem.message, at: text.slice(problem.offset, problem.offset + problem.length) }
}

test('a definition is what the text says, nothing put in and nothing left out', () => {
  const text = JSON.stringify(kitchenSink())
  expect(readText(text)).toEqual({ text, problem: null, definition: kitchenSink() })
  const unknown = '{"name": "a", "version": 1, "schemaVersion": 2, "tasks": [], "ours": {"kept": null}}'
  expect(readText(unknown)).toMatchObject({ problem: null, definition: { ours: { kept: null } } })
})

test.each([
  ['{"name": "a"; "tasks": []}', 'This word is not JSON; text needs double quotes.', ';'],
  ['{"name": "a" "tasks": []}', 'A comma is missing here.', '"tasks"'],
  ['{"name" "a"}', 'A colon is missing here.', '"a"'],
  ['{"name": }', 'A value is missing here.', '}'],
  ['{"tasks": [}', 'A value is missing here.', '}'],
  ['{"name": "a', 'A closing double quote is missing.', '"a'],
  ['{} {}', 'The text goes on after the end of the definition.', '{'],
  ['{ /* no */ }', 'JSON has no comments.', '/* no */'],
])('%s: %s', (text, message, at) => {
  expect(said(text)).toEqual({ message, at })
})

test('JSON that is no definition names the field, and marks it or what should hold it', () => {
  expect(said('{"name": 7, "tasks": []}')).toMatchObject({ message: expect.stringMatching(/^name: /), at: '7' })
  const inTask = said('{"name": "a", "tasks": [{"name": "b", "taskReferenceName": 7, "type": "SIMPLE"}]}')
  expect(inTask).toMatchObject({ message: expect.stringMatching(/^tasks\.0\.taskReferenceName: /), at: '7' })
  expect(said('[]')).toMatchObject({ message: expect.stringMatching(/^The definition: /) })
})
