import { expect, test } from 'vitest'
import { CANVAS_KEYS, EDIT_KEYS } from '@/components/canvas/canvas-keys'
import { EDITOR_KEYS } from './editor-keys'
import { OUTLINE_KEYS } from './outline/outline-keys'
import { shortcutGroups } from './shortcut-groups'

test('every key of every handler is listed, and none means two things', () => {
  const chords = [CANVAS_KEYS, EDIT_KEYS, EDITOR_KEYS, OUTLINE_KEYS].flatMap((table) => Object.values(table).flat())
  expect(new Set(chords).size).toBe(chords.length)
  const listed = shortcutGroups(true).flatMap((group) => group.rows.flatMap((row) => row.keys))
  expect(new Set(listed).size).toBe(listed.length)
  expect(listed.length).toBe(chords.length + ['copy', 'cut', 'paste'].length)
})

test('who may only look is told no keys that edit', () => {
  const labels = shortcutGroups(false).flatMap((group) => group.rows.map((row) => row.label))
  expect(labels).toContain('Find a task')
  expect(labels).not.toContain('Delete')
})
