import { expect, test } from 'vitest'
import { ACTION_FIELDS, detailsOf, readActions, withField, withType } from './action-text'
import { ACTION_EXAMPLES } from './handler-form'

const start = {
  action: 'start_workflow',
  expandInlineJSON: true,
  start_workflow: { name: 'w', taskToDomain: { a: 'b' } },
}

test('a form shows lists of actions that it knows, the JSON the rest', () => {
  expect(readActions(JSON.stringify([start]))).toEqual([start])
  expect(readActions('[]')).toEqual([])
  for (const text of ['{}', '[', '[1]', '[{"action":"start_agent"}]', '[{}]']) expect(readActions(text)).toBeNull()
})

test('a field is written or taken out, and what has none stays', () => {
  const changed = withField(start, 'name', 'x')
  expect(changed).toEqual({ ...start, start_workflow: { name: 'x', taskToDomain: { a: 'b' } } })
  expect(detailsOf(withField(changed, 'name', undefined))).toEqual({ taskToDomain: { a: 'b' } })
})

test('another kind keeps what both know', () => {
  const complete = { action: 'complete_task', complete_task: { workflowId: '1', taskRefName: 'r', output: { a: 1 } } }
  expect(withType(complete, 'terminate_workflow')).toEqual({
    action: 'terminate_workflow',
    terminate_workflow: { workflowId: '1' },
  })
  expect(withType(complete, 'fail_task')).toMatchObject({ fail_task: { taskRefName: 'r', output: { a: 1 } } })
})

test('every field of the examples has a place in the form', () => {
  for (const [type, { body }] of Object.entries(ACTION_EXAMPLES)) {
    const fields = ACTION_FIELDS[type as keyof typeof ACTION_FIELDS].map(({ key }) => key)
    expect(fields).toEqual(expect.arrayContaining(Object.keys(body)))
  }
})
