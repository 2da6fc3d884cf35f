/** Which front answers a path. Prefixes end at a slash, so `/api-docs` and `/healthy` are pages like any other. */
export type Front = 'hono' | 'next'

const HONO_EXACT: ReadonlySet<string> = new Set(['/api', '/health', '/metrics'])

export function frontOf(path: string): Front {
  if (path === '/api/auth' || path.startsWith('/api/auth/')) return 'next'
  return HONO_EXACT.has(path) || path.startsWith('/api/') || path.startsWith('/webhook/') ? 'hono' : 'next'
}

export function pathOf(url: string): string {
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}
