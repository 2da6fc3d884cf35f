import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Definition } from '@/components/graph/definition'
import { isBuiltTaskType } from '@/components/graph/task-catalog'
import { randomDefinition } from '@/components/graph/testing/random-definition'
import { applyEdit, randomEdits } from '@/components/graph/testing/random-edits'
import { validateWorkflowDef } from '@/server/engine/validate/validate-workflow-def'
import { workflowDefSchema } from '@/server/model/workflow-def'

/** What a person must still fill in; everything else an edit must never cause. */
const TO_FILL_IN = [
  /WorkflowTask list cannot be empty/,
  /sub.?workflow/i,
  /decisionCases should have/,
  /loopOver/i,
  /not in scope|no task|does not run before|before/i,
]

function errorsOf(definition: Definition): string[] {
  return validateWorkflowDef(workflowDefSchema.parse(definition), { isBuiltTaskType })
    .filter((problem) => problem.severity === 'error')
    .map((problem) => problem.message)
    .filter((message) => !TO_FILL_IN.some((pattern) => pattern.test(message)))
}

test('any sequence of edits on a valid definition gives a valid definition', () => {
  fc.assert(
    fc.property(randomDefinition, randomEdits, (definition, edits) => {
      expect(errorsOf(edits.reduce(applyEdit, definition))).toEqual([])
    }),
    { numRuns: 60 },
  )
}, 20_000)

test('an edit never changes the definition it was given', () => {
  fc.assert(
    fc.property(randomDefinition, randomEdits, (definition, edits) => {
      const before = JSON.stringify(definition)
      edits.reduce(applyEdit, definition)
      expect(JSON.stringify(definition)).toBe(before)
    }),
  )
})
