import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Echo {
  /** `localhost:PORT`. */
  readonly host: string
  stop(): void
}

/** Where recordings of HTTP have it. */
export const RECORDED_ECHO = 'localhost:8081'

/** Answers every request with what was asked, as the service did that HTTP was recorded with. */
export async function startEcho(): Promise<Echo> {
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => answer(request, response, text))
  })
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const { port } = server.address() as AddressInfo
  return { host: `localhost:${port}`, stop: () => server.close() }
}

function answer({ url = '', method = '', headers }: IncomingMessage, response: ServerResponse, text: string): void {
  const { pathname, searchParams } = new URL(url, 'http://echo')
  response.setHeader('content-type', pathname === '/text' ? 'text/plain' : 'application/json')
  response.statusCode = Number(searchParams.get('code') ?? 200)
  if (pathname === '/text') response.end('plain text')
  else if (pathname === '/empty') response.end()
  else {
    const args = Object.fromEntries(searchParams)
    const shown = { args, method, path: pathname, headers: shownHeaders(headers), body: parsed(text) }
    response.end(JSON.stringify({ message: 'hi', name: 'echo', ...shown }))
  }
}

function shownHeaders(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  const shown = Object.entries(headers).filter(([name]) => /^(x-.*|content-type|accept)$/.test(name))
  return Object.fromEntries(shown)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
