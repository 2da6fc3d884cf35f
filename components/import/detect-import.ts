import type { ImportKind } from './imported'

/** What a text looks like; null when it is nothing that can be imported. Reading it says whether it is. */
export function detectImport(text: string): ImportKind | null {
  const start = text.trimStart()
  if (/^(?:[$>#]\s+)?curl(?:\.exe)?\s/.test(start)) return 'curl'
  if (start.startsWith('<')) return /<(?:\w+:)?definitions[\s>]/.test(start) ? 'bpmn' : null
  if (start.startsWith('{') || start.startsWith('[')) {
    return /^\{[^{[]*"(?:openapi|swagger)"\s*:\s*"/.test(start) || /"(?:openapi|swagger)"\s*:\s*"[23]\./.test(start)
      ? 'openapi'
      : 'conductor'
  }
  return /^(?:openapi|swagger)\s*:/m.test(start) ? 'openapi' : null
}
