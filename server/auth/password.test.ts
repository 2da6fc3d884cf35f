import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password'

test('a password opens its own hash and no other', async () => {
  const stored = await hashPassword('correct horse')
  expect(stored).toMatch(/^\$argon2id\$/)
  expect(await verifyPassword(stored, 'correct horse')).toBe(true)
  expect(await verifyPassword(stored, 'correct house')).toBe(false)
})

test('without a stored hash nothing matches, not even the decoy itself', async () => {
  expect(await verifyPassword(null, 'no such user')).toBe(false)
})

test('a password that is too short is refused', async () => {
  await expect(hashPassword('short')).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
