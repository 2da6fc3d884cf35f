import { getRequestListener } from '@hono/node-server'

/**
 * The adapter's own `Response`: one that came from a text is written to the socket as it is, where the standard one is
 * read back as a stream (50 µs and a turn of the event loop each). The adapter only offers it by replacing the global
 * one, which Next must keep: so it is taken from there and the global one put back.
 */
export const QuickResponse: typeof Response = takeFromAdapter()

function takeFromAdapter(): typeof Response {
  const { Request: standardRequest, Response: standardResponse } = globalThis
  getRequestListener(() => new standardResponse())
  const { Response: quick } = globalThis
  Object.defineProperty(globalThis, 'Request', { value: standardRequest })
  Object.defineProperty(globalThis, 'Response', { value: standardResponse })
  return quick
}
