const COOKIE = 'cp-namespace'
const ONE_YEAR_SECONDS = 365 * 24 * 3600
let name: string | null | undefined

/** Each tab keeps the namespace it was opened in; a new tab opens the one chosen last. */
export function chosenNamespace(): string | null {
  if (typeof document === 'undefined') return null
  if (name === undefined) name = cookieValue(document.cookie)
  return name
}

export function chooseNamespace(next: string | null): void {
  name = next
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some supported browsers
  document.cookie = `${COOKIE}=${next === null ? '' : encodeURIComponent(next)}; Path=/; SameSite=Lax; Max-Age=${next === null ? 0 : ONE_YEAR_SECONDS}`
}

export function cookieValue(cookies: string): string | null {
  const match = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]+)`).exec(cookies)
  return match?.[1] === undefined ? null : decodeURIComponent(match[1])
}
