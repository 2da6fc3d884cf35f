import { encode } from 'next-auth/jwt'
import { expect, test } from 'vitest'
import { readSessionCookie } from './session-cookie'

const KEY = { publicUrl: 'http://localhost:3000', secret: 'a secret of the server' }

test('the session id comes out of our own cookie only', async () => {
  const token = await encode({ token: { sid: 'abc' }, secret: KEY.secret })
  const header = `other=1; next-auth.session-token=${token}; last=2`
  expect(await readSessionCookie(header, KEY)).toBe('abc')
  expect(await readSessionCookie(header, { ...KEY, secret: 'another secret' })).toBeNull()
  expect(await readSessionCookie(header, { ...KEY, publicUrl: 'https://play.example' })).toBeNull()
})

test.each([null, '', 'next-auth.session-token=', 'next-auth.session-token=junk', 'next-auth.session-token=a.b.c.d.e'])(
  'no session in %o',
  async (header) => {
    expect(await readSessionCookie(header, KEY)).toBeNull()
  },
)

test('an expired cookie is refused', async () => {
  const token = await encode({ token: { sid: 'abc' }, secret: KEY.secret, maxAge: -60 })
  expect(await readSessionCookie(`next-auth.session-token=${token}`, KEY)).toBeNull()
})
