import { expect, test } from 'vitest'
import { createDocumentStore } from '@/components/editor/document-store'
import type { EditorSession } from '@/components/editor/session'
import type { Definition } from '@/components/graph/definition'
import { askedAt } from './asked-at'

const DEFINITION: Definition = {
  name: 'w',
  tasks: [
    { name: 'a', taskReferenceName: 'a', description: 'DESCRIBED', inputParameters: { x: ['FIRST'] } },
    {
      name: 'l',
      taskReferenceName: 'l',
      type: 'DO_WHILE',
      loopCondition: 'CONDITION',
      items: 'ITEMS',
      loopOver: [{ name: 'b', taskReferenceName: 'b', inputParameters: { x: 'SECOND' } }],
    },
    {
      name: 'c',
      taskReferenceName: 'c',
      type: 'SUB_WORKFLOW',
      subWorkflowParam: {
        name: 'CHILD',
        workflowDefinition: {
          tasks: [{ name: 'd', taskReferenceName: 'd', inputParameters: { x: 'INNER' } }],
          outputParameters: { x: 'INNER_OUT' },
        },
      },
    },
  ],
  outputParameters: { x: 'OUT' },
}
const TEXT = JSON.stringify(DEFINITION, null, 2)

function readerAt(word: string): string | null {
  const document = createDocumentStore({ text: TEXT, definition: DEFINITION, savedText: TEXT } as never)
  const session = { document } as unknown as EditorSession
  const asked = askedAt(session, TEXT, TEXT.indexOf(`"${word}`) + 1)
  if (asked === null) return null
  const { definition, reader } = asked
  const tasks = JSON.stringify(definition.tasks)
  const inside = definition === DEFINITION ? '' : 'inline '
  return (
    inside + (reader.kind === 'outputs' ? 'outputs' : `${reader.kind} ${reader.index} of ${JSON.parse(tasks).length}`)
  )
}

test.each([
  ['FIRST', 'task 0 of 3'],
  ['SECOND', 'task 2 of 3'],
  ['ITEMS', 'task 1 of 3'],
  ['CHILD', 'task 3 of 3'],
  ['OUT', 'outputs'],
  ['INNER', 'inline task 0 of 1'],
  ['INNER_OUT', 'inline outputs'],
  ['DESCRIBED', null],
  ['CONDITION', null],
])('who reads at %s: %s', (word, expected) => expect(readerAt(word)).toBe(expected))
