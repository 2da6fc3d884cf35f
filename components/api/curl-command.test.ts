import { expect, test } from 'vitest'
import { curlCommand } from './curl-command'

test('a call without a body', () => {
  expect(curlCommand('http://localhost:3000', { method: 'GET', path: '/api/workflow/1' })).toBe(
    'curl http://localhost:3000/api/workflow/1 \\\n  -H "X-Authorization: $TOKEN"',
  )
})

test('what the shell would read is quoted', () => {
  const command = curlCommand('http://h', { method: 'POST', path: '/api/a?b=1&c=2', body: `{"a":"it's"}` })
  expect(command).toContain("-X POST 'http://h/api/a?b=1&c=2' \\")
  expect(command).toContain(`-d '{"a":"it'\\''s"}'`)
})
