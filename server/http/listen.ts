import type { Server } from 'node:http'
import { reasonOf, StartupError } from '@/server/platform/startup-error'

/** Answers the port in use, which differs from the wanted one when that is 0. */
export function listen(server: Server, port: number, host: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const inUse = 'code' in error && error.code === 'EADDRINUSE'
      const reason = inUse ? 'it is in use; stop what uses it or set PORT' : reasonOf(error)
      reject(new StartupError(`Port ${port} cannot be opened: ${reason}.`))
    })
    server.listen({ port, ...(host === null ? {} : { host }) }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

/** Until what is asked on open connections is answered, each of which ends with its answer; or until patience is over. */
export function drain(server: Server, patienceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, patienceMs)
    server.close(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** No new connections; idle ones end now, busy ones with their answer, and the rest when patience is over. */
export async function closeServer(server: Server, patienceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()))
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), patienceMs)
  await closed
  clearTimeout(timer)
}
