import { noteConnection } from './connection'

/** Tells the connection dot whether the server could be reached; what it answered is none of its business. */
export async function watchedFetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  try {
    const response = await fetch(input, init)
    noteConnection({ callsArrive: true })
    return response
  } catch (error) {
    if (!init?.signal?.aborted) noteConnection({ callsArrive: false })
    throw error
  }
}
