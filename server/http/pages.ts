import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import next from 'next'
import { projectRoot } from '@/server/platform/project-root'

/** Next as a part of our server: pages and the auth route. Its WebSocket, for hot reload, exists in development only. */
export interface Pages {
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  close(): Promise<void>
}

export async function createPages(isDev: boolean): Promise<Pages> {
  // Next attaches itself to the upgrades of the server it is given, which must not be the real one.
  const decoy = createServer()
  const app = next({ dev: isDev, dir: projectRoot(), customServer: true, httpServer: decoy, quiet: true })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    handle: (request, response) => handle(request, response),
    upgrade: (request, socket, head) => void decoy.emit('upgrade', request, socket, head),
    close: () => app.close(),
  }
}
