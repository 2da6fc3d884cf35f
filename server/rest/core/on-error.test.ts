import { expect, test } from 'vitest'
import { AppError } from '@/server/model/errors'
import { errorResponse } from './on-error'

function answerTo(error: unknown) {
  const logged: object[] = []
  const logger = { error: (facts: object) => void logged.push(facts) }
  return { response: errorResponse(error, logger, { requestId: 'r1' }), logged }
}

test('82: a mistake of ours is in the log, and the answer tells nothing of it', async () => {
  const bug = new TypeError('select * from users where password')
  const { response, logged } = answerTo(bug)
  expect(response.status).toBe(500)
  expect(await response.text()).not.toMatch(/select|TypeError|at |\.ts/)
  expect(logged).toEqual([{ err: bug, requestId: 'r1' }])
})

test('75: a refusal for a while says for how long, and is no mistake', async () => {
  const { response, logged } = answerTo(new AppError('TOO_MANY_REQUESTS', 'Later.', { retryAfterSeconds: 3 }))
  expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3'])
  expect(await response.json()).toMatchObject({ status: 429, message: 'Later.', retryable: false })
  expect(logged).toEqual([])
})

test('a client that hangs up in its body fills no log', () => {
  const { response, logged } = answerTo(Object.assign(new Error('aborted'), { code: 'ECONNRESET' }))
  expect([response.status, logged]).toEqual([400, []])
})
