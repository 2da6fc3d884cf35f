import { expect, it } from 'vitest'
import { resolveTaskInput } from './resolve-task-input'

const scope = { lookup: (root: string) => (root === 'workflow' ? { input: { y: 'tpl-y' } } : undefined), env: {} }

it('case 381: template keys complete the input; what does not resolve keeps its raw text', () => {
  const parameters = { x: 'given', y: '${workflow.input.y}', n: '${workflow.input.none}' }
  const template = { x: 'def', n: 'def', z: '${workflow.input.y}', w: '${workflow.input.none}' }
  expect(resolveTaskInput(parameters, template, scope)).toEqual({
    x: 'given',
    y: 'tpl-y',
    n: null,
    z: 'tpl-y',
    w: '${workflow.input.none}',
  })
})
