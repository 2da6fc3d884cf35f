import { expect, test } from 'vitest'
import { type TaskDefInput, taskDefSchema } from '@/server/model/task-def'
import { describeTaskDefinition } from './describe-task-definition'

const told = (given: Partial<TaskDefInput>) =>
  describeTaskDefinition(taskDefSchema.parse({ name: 't', responseTimeoutSeconds: 0, ...given })).join(' | ')

test.each<[Partial<TaskDefInput>, string]>([
  [{ retryCount: 0 }, 'Never retried | no time limit'],
  [{ retryCount: 1, retryDelaySeconds: 5 }, '1 retry, 5.0 s apart | no time limit'],
  [
    { retryCount: 3, retryDelaySeconds: 2, retryLogic: 'EXPONENTIAL_BACKOFF', timeoutSeconds: 90 },
    '3 retries, doubling from 2.0 s | at most 1 m 30 s',
  ],
  [
    {
      retryCount: 2,
      retryDelaySeconds: 1,
      retryLogic: 'LINEAR_BACKOFF',
      concurrentExecLimit: 4,
      rateLimitPerFrequency: 9,
    },
    '2 retries, each 1.0 s later | no time limit · 4 at once · 9 per 1.0 s',
  ],
])('%j: %s', (given, words) => {
  expect(told(given)).toBe(words)
})
