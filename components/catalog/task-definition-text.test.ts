import { expect, test } from 'vitest'
import { taskDefSchema } from '@/server/model/task-def'
import { retryText } from './task-definition-columns'
import {
  EXAMPLE_TASK_DEFINITION,
  parseTaskDefinition,
  readTaskDefinition,
  taskDefinitionText,
} from './task-definition-text'

test('the text holds what matters and reads back as the same definition', () => {
  const definition = taskDefSchema.parse({ name: 'a', retryCount: 2, createdBy: 'me', updateTime: 5 })
  const text = taskDefinitionText(definition)
  expect(text).not.toContain('createdBy')
  expect(text).not.toContain('inputKeys')
  expect(parseTaskDefinition(text)).toMatchObject({ ok: true, value: { name: 'a', retryCount: 2, inputKeys: [] } })
})

test('problems are named with their place', () => {
  expect(parseTaskDefinition('{')).toMatchObject({ ok: false })
  const result = parseTaskDefinition('{"name":"a","retryLogic":"SOMETIMES"}')
  expect(result.ok ? [] : result.problems).toMatchObject([{ path: 'retryLogic' }])
})

test.each([
  [{ retryCount: 0 }, 'never'],
  [{ retryCount: 1, retryDelaySeconds: 5 }, 'once, every 5 s'],
  [{ retryCount: 3, retryLogic: 'EXPONENTIAL_BACKOFF' as const }, '3 times, exponential from 1 m'],
])('%o reads %s', (over, text) => {
  expect(retryText(taskDefSchema.parse({ name: 'a', ...over }))).toBe(text)
})

test('the form sees what is written, not what is meant by leaving it out', () => {
  expect(readTaskDefinition('{"name":"a","retryCount":1}')).toEqual({ name: 'a', retryCount: 1 })
  expect(readTaskDefinition('[]')).toBeNull()
  expect(readTaskDefinition('{')).toBeNull()
})

test('a field that is emptied leaves the definition', () => {
  const draft = readTaskDefinition('{"name":"a","retryCount":1}') ?? { name: '' }
  expect(JSON.parse(taskDefinitionText({ ...draft, retryCount: undefined, concurrentExecLimit: 2 }))).toEqual({
    name: 'a',
    concurrentExecLimit: 2,
  })
})

test('what a new definition begins with can be saved as it is', () => {
  expect(parseTaskDefinition(taskDefinitionText(EXAMPLE_TASK_DEFINITION))).toMatchObject({ ok: true })
})

test('what the server would refuse is told before', () => {
  expect(parseTaskDefinition('{"name":"a","timeoutSeconds":60}')).toEqual({
    ok: false,
    problems: [{ path: '', message: 'TaskDef: a responseTimeoutSeconds: 3600 must be less than timeoutSeconds: 60' }],
  })
})
