import type { HonoRequest } from 'hono'

/** `X-Authorization: <token>`, or `Authorization: Bearer <token>`. Cookies are never looked at. */
export function presentedToken(request: HonoRequest): string | null {
  const given = request.header('x-authorization') ?? request.header('authorization')
  if (given === undefined) return null
  const token = given.replace(/^bearer\s+/i, '').trim()
  return token === '' ? null : token
}
