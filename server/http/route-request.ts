/** Which front answers a path: the Conductor API, our own calls, or Next. Prefixes end at a slash, so names never leak into routing. */
export type Front = 'rest' | 'own' | 'next'

const EXACT: Readonly<Record<string, Front>> = {
  '/api': 'rest',
  '/api-docs': 'rest',
  '/health': 'own',
  '/metrics': 'own',
}

/** The first match counts. */
const PREFIXES: readonly (readonly [string, Front])[] = [
  ['/api/auth/', 'next'],
  ['/api/trpc/', 'own'],
  ['/api/', 'rest'],
  ['/api-docs/', 'rest'],
  ['/webhook/', 'rest'],
]

export function frontOf(path: string): Front {
  if (Object.hasOwn(EXACT, path)) return EXACT[path] ?? 'next'
  return PREFIXES.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'next'
}

export function pathOf(url: string): string {
  const end = url.search(/[?#]/)
  return end === -1 ? url : url.slice(0, end)
}
