import { expect, test } from 'vitest'
import type { GraphTask } from './definition'
import { renameReference } from './edits/rename-reference'
import { followFolded } from './follow-folded'

const simple = (name: string): GraphTask => ({ name, taskReferenceName: name })
const loop = (name: string, ...loopOver: GraphTask[]): GraphTask => ({ ...simple(name), type: 'DO_WHILE', loopOver })
const definition = { name: 'd', tasks: [loop('outer', loop('inner', simple('t'))), loop('last', simple('u'))] }

test('a container that is renamed stays folded, and unfolds with nobody else', () => {
  const renamed = renameReference(definition, ['tasks', 0, 'loopOver', 0], 'deep')
  expect([...(followFolded(definition, renamed, new Set(['last', 'inner'])) ?? [])]).toEqual(['last', 'deep'])
  expect([...(followFolded(renamed, definition, new Set(['deep'])) ?? [])]).toEqual(['inner'])
})

test('what is deleted, replaced by a task without an inside, or moved away leaves nothing folded behind', () => {
  const folded = new Set(['last'])
  expect(followFolded(definition, { ...definition, tasks: definition.tasks.slice(0, 1) }, folded)).toBeNull()
  expect(followFolded(definition, { ...definition, tasks: [loop('outer'), simple('other')] }, folded)).toBeNull()
  expect(followFolded(definition, { ...definition, tasks: [loop('x', loop('last'))] }, folded)).toBeNull()
  expect(followFolded(definition, { ...definition, tasks: [loop('last'), loop('outer')] }, folded)).toBeNull()
})
