/**
 * Whether a request that could change something was sent by our own pages. Browsers put Origin on every POST;
 * a foreign page can send neither our origin nor, without a preflight, JSON.
 */
export function isSameSite(request: Request, publicUrl: string): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  if (!(request.headers.get('content-type') ?? '').startsWith('application/json')) return false
  const origin = request.headers.get('origin')
  if (origin === null) return (request.headers.get('sec-fetch-site') ?? 'same-origin') === 'same-origin'
  if (!URL.canParse(origin)) return false
  return origin === new URL(publicUrl).origin || new URL(origin).host === request.headers.get('host')
}
