import { expect, test } from 'vitest'
import { problemAt, problemBeside, problemsIn } from './field-problem'

const problems = [
  { path: 'name', message: 'Missing name' },
  { path: 'names.0', message: 'Not a name' },
  { path: 'start.name', message: 'No workflow' },
  { path: 'start.version', message: 'Not a number' },
  { path: '', message: 'Too many of them.' },
]

test('a field shows its own problems, and those in it with their place', () => {
  expect(problemAt(problems, 'name')).toBe('Missing name')
  expect(problemAt(problems, 'start')).toBe('name: No workflow\nversion: Not a number')
  expect(problemAt(problems, 'other')).toBeNull()
})

test('a part of a form sees its problems from where it stands', () => {
  expect(problemsIn(problems, 'start')).toEqual([
    { path: 'name', message: 'No workflow' },
    { path: 'version', message: 'Not a number' },
  ])
  expect(problemsIn(problems, 'name')).toEqual([{ path: '', message: 'Missing name' }])
})

test('what no shown field is about stands beside them, with its place', () => {
  expect(problemBeside(problems, ['name', 'start'])).toBe('names.0: Not a name\nToo many of them.')
  expect(problemBeside(problems.slice(0, 1), ['name'])).toBeNull()
})
