/** Where to go after signing in: a path of our own pages, whatever the address bar asked for. */
export function ownPath(wanted: string, origin: string): string {
  if (!URL.canParse(wanted, origin)) return '/'
  const url = new URL(wanted, origin)
  if (url.origin !== origin || url.pathname.startsWith('/sign-in')) return '/'
  return url.pathname + url.search
}
