import { expect, test } from 'vitest'
import { fixesFor } from '@/components/graph/fixes/fixes-for'
import { applyFix } from './apply-fix'
import { freshDraft } from './draft/draft-state'
import { anchorOf } from './notes/note-anchor'
import { createSession } from './session'

const definition = {
  name: 'w',
  tasks: [
    { name: 'a', taskReferenceName: 'a__b', type: 'SIMPLE' },
    { name: 'c', taskReferenceName: 'c', type: 'SIMPLE', inputParameters: { x: '${a__b.output.y}' } },
  ],
}

test('a fix that renames a task takes the selection, its notes and every use along, as one step of undo', () => {
  const text = JSON.stringify(definition)
  const session = createSession({
    document: { text, definition, savedText: text },
    draft: freshDraft({ name: 'w', version: 1, baseUpdatedAt: null }, 'id'),
    editable: true,
  })
  session.ui.setState({ selected: 'a__b' })
  const [fix] = fixesFor(definition, { pointer: ['tasks', 0, 'taskReferenceName'], message: 'a__b' })
  if (fix) applyFix(session, fix)
  const { selected, renames } = session.ui.getState()
  expect(selected).toBe('a_b')
  expect(anchorOf({ ref: 'a__b' }, new Set(['a_b', 'c']), renames)).toBe('a_b')
  expect(session.document.getState().text).toContain('${a_b.output.y}')
  session.document.undo()
  expect(session.document.getState().text).toBe(text)
})
