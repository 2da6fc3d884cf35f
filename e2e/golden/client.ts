import type { Json } from '@/server/model/json'

export interface Answer {
  readonly status: number
  /** The content type without its parameters. */
  readonly type: string
  /** Parsed when it says that it is JSON. */
  readonly body: Json
}

export type Client = (method: string, path: string, body?: string) => Promise<Answer>

export function createClient(baseUrl: string): Client {
  return async (method, path, body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${baseUrl}/api${path}`, body === undefined ? { method, headers } : { method, headers, body })
    const type = (response.headers.get('content-type') ?? '').split(';')[0] ?? ''
    const text = await response.text()
    const isJson = type === 'application/json' && text !== ''
    return { status: response.status, type, body: isJson ? (JSON.parse(text) as Json) : text }
  }
}
