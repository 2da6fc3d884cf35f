import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { memberActor } from '@/server/auth/member-actor'
import { readSession, type Session } from '@/server/auth/read-session'
import type { App } from '@/server/operations/app'
import type { Authenticator } from '@/server/rest/auth/authenticator'
import { json, noContent } from '@/server/rest/core/answers'
import { API_DOCS_PAGE, API_DOCS_SCRIPT } from './api-docs-page'

/**
 * Swagger UI at /api-docs, from our own files. It asks for a short-lived token of the signed-in visitor: the only
 * place of this API that looks at the session cookie, and only for a POST that comes from our own page.
 */
const TOKEN_LIFETIME_MS = 60 * 60_000
const POLICY = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

export function mountApiDocs(hono: Hono, app: App, authenticator: Authenticator): void {
  hono.get('/api-docs', () => file(API_DOCS_PAGE, 'text/html; charset=utf-8'))
  hono.get('/api-docs/start.js', () => file(API_DOCS_SCRIPT, 'text/javascript; charset=utf-8'))
  hono.get('/api-docs/swagger-ui.css', () =>
    file(readAsset(import.meta.resolve('swagger-ui-dist/swagger-ui.css')), 'text/css; charset=utf-8'),
  )
  hono.get('/api-docs/swagger-ui-bundle.js', () =>
    file(readAsset(import.meta.resolve('swagger-ui-dist/swagger-ui-bundle.js')), 'text/javascript; charset=utf-8'),
  )
  hono.post('/api-docs/token', async (c) => {
    if (!isOwnPage(c)) return c.json({ message: 'This call must come from the product itself.' }, 403)
    const session = await readSession(app.prisma, app.env, c.req.header('cookie') ?? null)
    if (!session) return noContent()
    const { id, namespaceId } = memberActor(session, chosenNamespace(c, session))
    return json({ token: await authenticator.signFor({ kind: 'user', id, namespaceId }, TOKEN_LIFETIME_MS) })
  })
}

/** The namespace that the product's pages show; only a wish, and one of another account counts for nothing. */
function chosenNamespace(c: Context, { memberships }: Session): string | null {
  const wanted = getCookie(c, 'cp-namespace')
  return memberships.find(({ namespaceName }) => namespaceName === wanted)?.namespaceName ?? null
}

/** Browsers say where a request comes from, and no page can change what they say. */
function isOwnPage(c: Context): boolean {
  if (c.req.header('content-type') !== 'application/json') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return c.req.header('sec-fetch-site') === 'same-origin'
  return URL.canParse(origin) && new URL(origin).host === c.req.header('host')
}

function file(content: string, type: string): Response {
  return new Response(content, {
    headers: { 'content-type': type, 'content-security-policy': POLICY, 'cache-control': 'no-cache' },
  })
}

function readAsset(url: string): string {
  return readFileSync(fileURLToPath(url), 'utf8')
}
