import { expect, test } from 'vitest'
import { eventHandlerSchema } from '@/server/model/event-handler'
import { ACTION_EXAMPLES, formOf, NEW_HANDLER, parseForm, withExample } from './handler-form'

const form = {
  ...NEW_HANDLER,
  name: ' h ',
  event: 'conductor:a:b',
  actions: withExample('', 'start_workflow'),
}
const problems = (change: Partial<typeof form>) => {
  const parsed = parseForm({ ...form, ...change }, null)
  return parsed.ok ? [] : parsed.problems.map(({ path, message }) => `${path} | ${message}`)
}

test('a new handler is what the form says', () => {
  const parsed = parseForm({ ...form, condition: ' $.a ' }, null)
  expect(parsed).toMatchObject({
    ok: true,
    handler: { name: 'h', event: 'conductor:a:b', condition: '$.a', active: true },
  })
})

test('a new handler asks for the workflow that it starts', () => {
  expect(problems({ actions: NEW_HANDLER.actions })).toEqual([
    'actions.0.start_workflow.name | Which workflow it starts is missing.',
  ])
})

test('what the form does not show stays as it was, and what says nothing is not shown', () => {
  const tags = [{ key: 'team', value: 'shop' }]
  const action = { action: 'start_workflow', start_workflow: { name: 'w' } }
  const before = eventHandlerSchema.parse({ name: 'h', event: 'e', actions: [action], tags, description: 'd' })
  const shown = formOf(before)
  expect(JSON.parse(shown.actions)).toEqual([{ ...action, start_workflow: { name: 'w', input: {} } }])
  expect(parseForm(shown, before)).toMatchObject({ ok: true, handler: { tags, description: 'd', active: false } })
})

test.each([
  [{ name: '' }, ['name | Missing event handler name']],
  [{ event: ' ' }, ['event | Missing event location']],
  [{ actions: '[]' }, ['actions | No actions specified. Please specify at-least one action']],
  [{ actions: '{}' }, ['actions | The actions must be a list: [ … ].']],
  [
    { actions: '[{"action":"start_workflow"}]' },
    ['actions.0 | It is start_workflow, but has no "start_workflow" that says how.'],
  ],
  [
    { actions: '[{"action":"start_workflow","start_workflow":{}}]' },
    ['actions.0.start_workflow.name | Which workflow it starts is missing.'],
  ],
  [{ actions: '[{"action":"start_agent"}]' }, ['actions.0 | Agents are not built here.']],
])('%j is a problem', (change, expected) => {
  expect(problems(change)).toEqual(expected)
})

test('an unknown action and broken JSON say where', () => {
  expect(problems({ actions: '[{"action":"fly"}]' })[0]).toMatch(/^actions\.0\.action \| /)
  expect(problems({ actions: '[{' })[0]).toMatch(/^actions \| The actions are not JSON: /)
})

test('every example is a handler that can be saved', () => {
  const types = Object.keys(ACTION_EXAMPLES) as (keyof typeof ACTION_EXAMPLES)[]
  const actions = types.reduce(withExample, '')
  expect(JSON.parse(actions)).toHaveLength(types.length)
  expect(problems({ actions })).toEqual([])
})
