import { expect, it } from 'vitest'
import { createSealing } from './sealing'

const place = { namespaceId: 7, what: 'secret API_KEY' }
const sealing = createSealing(['one key of the operator'])

it('opens what it sealed, and seals the same text differently each time', () => {
  const texts = ['', 'hunter2', '{"a":"ü 🦊"}', 'x'.repeat(100_000)]
  for (const text of texts) expect(sealing.open(place, sealing.seal(place, text))).toBe(text)
  expect(sealing.seal(place, 'same')).not.toBe(sealing.seal(place, 'same'))
  expect(sealing.seal(place, 'hunter2')).not.toContain('hunter2')
})

it('does not open what was moved to another place, or changed', () => {
  const sealed = sealing.seal(place, 'hunter2')
  expect(() => sealing.open({ ...place, namespaceId: 8 }, sealed)).toThrow()
  expect(() => sealing.open({ ...place, what: 'secret OTHER' }, sealed)).toThrow()
  const [format, keyId, nonce, body = ''] = sealed.split('.')
  const changed = Buffer.from(body, 'base64url')
  changed[0] = (changed[0] ?? 0) ^ 1
  expect(() => sealing.open(place, [format, keyId, nonce, changed.toString('base64url')].join('.'))).toThrow()
})

it('still opens what an older key sealed while that key is listed behind the new one', () => {
  const sealed = sealing.seal(place, 'hunter2')
  const rotated = createSealing(['a newer key', 'one key of the operator'])
  expect(rotated.open(place, sealed)).toBe('hunter2')
  expect(rotated.keyIdOf(sealed)).toBe(sealing.keyId)
  expect(rotated.keyIdOf(rotated.seal(place, 'hunter2'))).not.toBe(sealing.keyId)
  expect(() => createSealing(['a newer key']).open(place, sealed)).toThrow('PLAYGROUND_SECRETS_KEY')
})
