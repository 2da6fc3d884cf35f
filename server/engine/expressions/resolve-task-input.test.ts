import { expect, it } from 'vitest'
import { resolveTaskInput } from './resolve-task-input'

const scope = { lookup: (root: string) => (root === 'workflow' ? { input: { y: 'tpl-y' } } : undefined), env: {} }

it('case 381: template keys complete the input; where nothing resolves the raw text of the template remains', () => {
  const parameters = { x: 'given', y: '${workflow.input.y}', n: '${workflow.input.none}' }
  const template = { x: 'def', n: 'def', z: '${workflow.input.y}', w: '${workflow.input.none}' }
  expect(resolveTaskInput(parameters, template, scope)).toEqual({
    x: 'given',
    y: 'tpl-y',
    n: 'def',
    z: 'tpl-y',
    w: '${workflow.input.none}',
  })
})
