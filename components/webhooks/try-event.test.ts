import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { tryEvent } from './try-event'
import { NEW_FORM } from './webhook-form'

/** What curl is given by a shell. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1)
}

test('headers are sent as they were written, whatever is in them', () => {
  const command = tryEvent('http://x/webhook/1', {
    ...NEW_FORM,
    verifier: 'HEADER_BASED',
    headers: "X-Token: it's $5\n",
  })
  expect(argumentsOf(command ?? '')).toEqual([
    ...['-i', '-X', 'POST', 'http://x/webhook/1', '-H', 'Content-Type: application/json'],
    ...['-H', "X-Token: it's $5", '-d', '{"action":"opened"}'],
  ])
})

test.each([
  ['SIGNATURE_BASED', '', 'X-Hub-Signature-256'],
  ['HMAC_BASED', 'X-Mine', 'X-Mine'],
] as const)('%s signs the body in %s%s', (verifier, headerKey, header) => {
  const given = argumentsOf(tryEvent('http://x/webhook/1', { ...NEW_FORM, verifier, headerKey }) ?? '')
  const body = given.at(-1) ?? ''
  const signature = createHmac('sha256', 'the secret').update(body).digest('hex')
  expect(given).toContain(`${header}: sha256=${signature}`)
})

test('what only the service itself can sign is not tried', () => {
  expect(tryEvent('http://x/webhook/1', { ...NEW_FORM, verifier: 'STRIPE' })).toBeNull()
})
