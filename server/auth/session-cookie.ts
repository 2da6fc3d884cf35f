import { decode } from 'next-auth/jwt'

/** next-auth prefixes its cookies when the product is served over https. */
export function sessionCookieName(publicUrl: string): string {
  return `${publicUrl.startsWith('https://') ? '__Secure-' : ''}next-auth.session-token`
}

export interface CookieKey {
  readonly publicUrl: string
  readonly secret: string
}

/** The session id inside the signed and encrypted cookie, or null; whether the session still exists is another question. */
export async function readSessionCookie(header: string | null, key: CookieKey): Promise<string | null> {
  const token = cookieValue(header ?? '', sessionCookieName(key.publicUrl))
  if (token === null) return null
  const claims = await decode({ token, secret: key.secret }).catch(() => null)
  return typeof claims?.sid === 'string' ? claims.sid : null
}

function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return null
}
