import { describe, expect, it, test } from 'vitest'
import { newTasks } from '@/components/graph/new-tasks'
import { SYSTEM_TASK_TYPES } from '@/server/model/task-types'
import { linesOf, linesText, numberOf, readAt, writeAt } from './field-path'
import { FORM_SCHEMAS } from './form-schemas'

/** Forms shaped by hand, and a worker's task, whose inputs are its own. */
const BY_HAND = [
  'SIMPLE',
  'DYNAMIC',
  'FORK_JOIN',
  'FORK_JOIN_DYNAMIC',
  'JOIN',
  'SWITCH',
  'DO_WHILE',
  'SUB_WORKFLOW',
  'WAIT',
  'INLINE',
  'LAMBDA',
  'JSON_JQ_TRANSFORM',
  'HTTP',
  'EVENT',
  'SET_VARIABLE',
  'TERMINATE',
  'NOOP',
]

test('every task type of the reference has a form', () => {
  expect([...BY_HAND, ...Object.keys(FORM_SCHEMAS)].toSorted()).toEqual([...SYSTEM_TASK_TYPES].toSorted())
})

describe.each(Object.entries(FORM_SCHEMAS))('%s', (type, { fields }) => {
  it('asks for each thing once', () => {
    const paths = fields.map((field) => `${field.in} ${field.path.join('.')}`)
    expect(new Set(paths).size).toBe(paths.length)
    for (const field of fields) expect(field.kind === 'choice').toBe(field.options !== undefined)
  })

  it('shows what a fresh task of the type begins with', () => {
    const [fresh] = newTasks(type, { name: 'empty', tasks: [] })
    const shown = new Set(fields.flatMap((field) => (field.in === 'inputs' ? field.path.slice(0, 1) : [])))
    expect(Object.keys(fresh?.inputParameters ?? {}).filter((key) => !shown.has(key))).toEqual([])
  })
})

describe('values at a path', () => {
  it('are read and written, and what is empty goes away', () => {
    const values = { a: { b: 1, c: 2 }, d: 'x' }
    expect(readAt(values, ['a', 'b'])).toBe(1)
    expect(readAt(values, ['d', 'e'])).toBeUndefined()
    expect(writeAt(values, ['a', 'b'], 3)).toEqual({ a: { b: 3, c: 2 }, d: 'x' })
    expect(writeAt({ a: { b: 1 }, d: 'x' }, ['a', 'b'], undefined)).toEqual({ d: 'x' })
    expect(writeAt({}, ['a', 'b', 'c'], 'y')).toEqual({ a: { b: { c: 'y' } } })
  })

  it('are what they look like: numbers, lines, expressions', () => {
    expect([numberOf('12'), numberOf('-1.5'), numberOf(' '), numberOf('${a.output.n}')]).toEqual([
      12,
      -1.5,
      undefined,
      '${a.output.n}',
    ])
    expect([linesOf('a\nb'), linesOf(''), linesOf('${a.output.list}')]).toEqual([
      ['a', 'b'],
      undefined,
      '${a.output.list}',
    ])
    expect([linesText(['a', 'b']), linesText('x'), linesText(undefined)]).toEqual(['a\nb', 'x', ''])
  })
})
