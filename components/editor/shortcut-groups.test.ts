import { expect, test } from 'vitest'
import { CANVAS_KEYS, EDIT_KEYS } from '@/components/canvas/canvas-keys'
import { SHELL_KEYS } from '@/components/shell/shell-keys'
import { chordKeys } from '@/components/ui/key-chord'
import { EDITOR_KEYS } from './editor-keys'
import { FIELD_KEYS } from './expressions/field-keys'
import { OUTLINE_KEYS } from './outline/outline-keys'
import { shortcutGroups } from './shortcut-groups'

test('every key of every handler is listed, and none means two things in one place', () => {
  const chords = [CANVAS_KEYS, EDIT_KEYS, EDITOR_KEYS, OUTLINE_KEYS, SHELL_KEYS].flatMap((table) =>
    Object.values(table).flat(),
  )
  expect(new Set(chords).size).toBe(chords.length)
  const groups = shortcutGroups(true)
  const listed = groups.flatMap((group) => group.rows.flatMap((row) => row.keys))
  const fields = Object.values(FIELD_KEYS).flat()
  for (const chord of [...chords, ...fields]) expect(listed).toContain(chordKeys(chord))
  for (const { rows } of groups) {
    const keys = rows.flatMap((row) => row.keys)
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('who may only look is told no keys that edit', () => {
  const labels = shortcutGroups(false).flatMap((group) => group.rows.map((row) => row.label))
  expect(labels).toContain('Find a task')
  expect(labels).not.toContain('Delete')
})
