import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allTasks } from '@/components/graph/child-lists'
import { type Definition, taskType } from '@/components/graph/definition'
import { graphModel } from '@/components/graph/graph-model'
import { layout } from '@/components/graph/layout'
import { TASK_KINDS } from '@/components/graph/task-catalog'
import { kitchenSink } from '@/components/graph/testing/kitchen-sink'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { applyEdit, randomEdits } from '@/components/graph/testing/random-edits'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { sampleDefinitions } from '@/server/samples/sample-definitions'
import { createDocumentStore } from './document-store'
import { printDefinition } from './print-definition'
import { readText } from './read-text'

const draw = (definition: Definition) => layout(graphModel(definition))

function read(text: string): Definition {
  const result = readText(text)
  if (result.problem !== null) throw new Error(result.problem.message)
  return result.definition
}

const GIVEN: readonly Definition[] = [...sampleDefinitions('http://localhost').workflows, kitchenSink()]

test('the kitchen sink has every task type that the editor knows', () => {
  const types = new Set([...allTasks(kitchenSink())].map(({ task }) => taskType(task)))
  expect([...types].toSorted()).toEqual(TASK_KINDS.map((kind) => kind.type).toSorted())
})

test.each(GIVEN.map((definition) => [definition.name, definition] as const))(
  '%s is printed, read and drawn alike',
  (_, given) => {
    const stored = workflowDefSchema.parse(given)
    const text = printDefinition(stored)
    const definition = read(text)
    expect(workflowDefSchema.parse(definition)).toEqual(stored)
    expect(printDefinition(workflowDefSchema.parse(definition))).toBe(text)
    expect(draw(definition)).toEqual(draw(JSON.parse(JSON.stringify(definition))))
  },
)

test.each(GIVEN.map((definition) => [definition.name, definition] as const))(
  '%s is what it was after any edits are undone',
  (_, given) => {
    fc.assert(
      fc.property(randomEdits, (edits) => {
        const text = printDefinition(workflowDefSchema.parse(given))
        let clock = 0
        const store = createDocumentStore({
          text,
          definition: read(text),
          savedText: text,
          now: () => (clock += 10_000),
        })
        for (const edit of edits) store.edit((current) => applyEdit(current, edit))
        const edited = store.getState()
        expect(draw(read(edited.text))).toEqual(draw(edited.definition))
        while (store.getState().past.length > 0) store.undo()
        expect(store.getState().text).toBe(text)
      }),
      { numRuns: 8 },
    )
  },
)

test('graph to text to graph is the same graph, for any definition and any edits', () => {
  fc.assert(
    fc.property(randomDefinition, randomEdits, (start, edits) => {
      const text = JSON.stringify(start, null, 2)
      const store = createDocumentStore({ text, definition: read(text), savedText: text })
      for (const edit of edits) store.edit((current) => applyEdit(current, edit))
      const { text: written, definition } = store.getState()
      expect(draw(read(written))).toEqual(draw(definition))
    }),
    { numRuns: 60 },
  )
}, 30_000)
