import { noteConnection } from './connection'

/**
 * Tells the connection dot whether the server could be reached; what it answered is none of its business.
 * Past the browser's cache: there a question would wait for an equal one whose answer got lost with the connection.
 */
export async function watchedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    const response = await fetch(input, { ...init, cache: 'no-store' })
    noteConnection({ callsArrive: true })
    return response
  } catch (error) {
    if (!init?.signal?.aborted) noteConnection({ callsArrive: false })
    throw error
  }
}
