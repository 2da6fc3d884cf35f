import { expect, it } from 'vitest'
import { type TaskDefInput, taskDefSchema } from '@/server/model/task-def'
import { validateTaskDef } from './validate-task-def'

function messages(def: Partial<TaskDefInput>): string[] {
  return validateTaskDef(taskDefSchema.parse({ name: 'x', ...def })).map(({ path, message }) => `${path}: ${message}`)
}

it('accepts a plain definition', () => {
  expect(messages({ timeoutSeconds: 30, responseTimeoutSeconds: 10, totalTimeoutSeconds: 60 })).toEqual([])
})

it('refuses in the recorded words', () => {
  const root = 'registerTaskDef.arg0[0]'
  expect(validateTaskDef(taskDefSchema.parse({ name: 'x', retryCount: -1 }))).toEqual([
    {
      severity: 'error',
      path: `${root}.retryCount`,
      message: 'TaskDef retryCount: 0 must be >= 0',
      invalidValue: '-1',
      pointer: ['retryCount'],
    },
  ])
  expect(messages({ name: undefined as never })).toEqual([`${root}.name: TaskDef name cannot be null or empty`])
  expect(messages({ timeoutSeconds: 10, responseTimeoutSeconds: 20 })).toEqual([
    `${root}: TaskDef: x responseTimeoutSeconds: 20 must be less than timeoutSeconds: 10`,
  ])
})

it('case 394: compares the timeouts and reports everything at once', () => {
  expect(
    messages({ timeoutSeconds: 20, responseTimeoutSeconds: 21, totalTimeoutSeconds: 10, backoffScaleFactor: 0 }),
  ).toHaveLength(3)
  expect(
    messages({
      responseTimeoutSeconds: 0,
      pollTimeoutSeconds: -1,
      maxRetryDelaySeconds: -1,
      backoffJitterMs: -1,
      totalTimeoutSeconds: -1,
    }),
  ).toHaveLength(5)
})
