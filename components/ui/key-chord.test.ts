import { expect, test } from 'vitest'
import { chordKeys, chordOf, commandFor } from './key-chord'

const press = (key: string, held: Partial<Parameters<typeof chordOf>[0]> = {}) =>
  chordOf({ key, code: '', altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held })

test('a chord says what was held, and characters say their own shift', () => {
  expect(press('n')).toBe('n')
  expect(press('N', { shiftKey: true })).toBe('N')
  expect(press('?', { shiftKey: true })).toBe('?')
  expect(press('ArrowUp', { altKey: true })).toBe('alt+ArrowUp')
  expect(press('Z', { metaKey: true, shiftKey: true })).toBe('mod+shift+z')
  expect(press('F10', { shiftKey: true })).toBe('shift+F10')
  expect(press('Enter', { ctrlKey: true })).toBe('mod+Enter')
})

test('Option and a letter is that letter, whatever it types on a Mac', () => {
  expect(press('ø', { altKey: true, code: 'KeyO' })).toBe('alt+o')
})

test('a table answers with its command', () => {
  const table = { insert: ['n', 'a'], zoomIn: ['+', '='] } as const
  expect(commandFor(table, 'a')).toBe('insert')
  expect(commandFor(table, '=')).toBe('zoomIn')
  expect(commandFor(table, 'mod+n')).toBeUndefined()
})

test.each([
  ['n', 'N'],
  ['N', 'shift+N'],
  ['+', '+'],
  ['mod+shift+d', 'mod+shift+D'],
  ['alt+ArrowUp', 'alt+↑'],
  ['mod+Enter', 'mod+enter'],
])('%s is shown as %s', (chord, keys) => expect(chordKeys(chord)).toBe(keys))
