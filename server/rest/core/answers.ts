import { QuickResponse } from '@/server/platform/quick-response'

/** The five shapes of Conductor's answers. SDKs are strict about them: a text is bare, a void answer has no content type. */
export function json(value: unknown): Response {
  return new QuickResponse(JSON.stringify(value), { headers: { 'content-type': 'application/json' } })
}

export function text(value: string): Response {
  return new QuickResponse(value, { headers: { 'content-type': 'text/plain' } })
}

export function empty(): Response {
  return new QuickResponse(null, { headers: { 'content-length': '0' } })
}

export function noContent(): Response {
  return new QuickResponse(null, { status: 204 })
}
