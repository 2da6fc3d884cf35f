import type { Context } from 'hono'

/** `X-Authorization: <token>`, or `Authorization: Bearer <token>`. Cookies are never looked at. */
export function presentedToken(header: (name: string) => string | undefined): string | null {
  const given = header('x-authorization') ?? header('authorization')
  if (given === undefined) return null
  const token = given.replace(/^bearer\s+/i, '').trim()
  return token === '' ? null : token
}

interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } }
}

/** The peer, or what the trusted proxy in front says about it. */
export function addressOf(context: Context, trustProxy: boolean): string {
  const forwarded = trustProxy ? context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return forwarded ?? (context.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown'
}
