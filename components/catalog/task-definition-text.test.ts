import { expect, test } from 'vitest'
import { taskDefSchema } from '@/server/model/task-def'
import { retryText } from './task-definition-columns'
import { parseTaskDefinition, taskDefinitionText } from './task-definition-text'

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
  expect(result.ok ? [] : result.problems).toEqual([expect.stringContaining('retryLogic')])
})

test.each([
  [{ retryCount: 0 }, 'never'],
  [{ retryCount: 1, retryDelaySeconds: 5 }, 'once, every 5 s'],
  [{ retryCount: 3, retryLogic: 'EXPONENTIAL_BACKOFF' as const }, '3 times, exponential from 1 m'],
])('%o reads %s', (over, text) => {
  expect(retryText(taskDefSchema.parse({ name: 'a', ...over }))).toBe(text)
})
