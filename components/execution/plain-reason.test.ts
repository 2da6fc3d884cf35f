import { expect, test } from 'vitest'
import { plainReason } from './plain-reason'

test.each([
  ['boom', 'boom'],
  ["Task 01a2-b failed with status: FAILED and reason: 'connect timed out'", 'connect timed out'],
  [
    "Sub workflow fails.1/01a2 failure reason: Task 01a2 failed with status: FAILED and reason: 'line one\nline two'",
    'line one\nline two',
  ],
  ['Failed to invoke HTTP task due to: connect timed out', 'connect timed out'],
  ["Task 01a2 failed with status: FAILED and reason: ''", "Task 01a2 failed with status: FAILED and reason: ''"],
])('%s', (reason, plain) => {
  expect(plainReason(reason)).toBe(plain)
})
