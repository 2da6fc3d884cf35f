import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, describe, expect, it } from 'vitest'
import { createLogger } from '@/server/platform/logger'
import { createFrontServer } from './front-server'
import { closeServer, listen } from './listen'

const rest = new Hono().all('*', (c) => c.json({ by: 'rest', headers: c.req.header() }))
const own = new Hono().all('*', (c) => c.json({ by: 'own' }))
const pages = {
  handle: async (request: { headers: object }, response: { end(text: string): unknown }) => {
    response.end(JSON.stringify({ by: 'pages', headers: request.headers }))
  },
  upgrade: () => expect.unreachable('an upgrade reached the pages'),
  close: async () => undefined,
}
const server = createFrontServer({
  rest,
  own,
  pages,
  logger: createLogger('silent'),
  isDev: false,
  trustProxy: false,
  isSecure: true,
})
const port = await listen(server, 0, '127.0.0.1')
afterAll(() => closeServer(server, 1_000))

const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)

async function raw(text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.end(text)
  let answer = ''
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString()
  })
  await once(socket, 'close')
  return answer
}

/** Never stops sending; ends when the server hangs up. */
async function trickle(head: string, drop: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(head)
  const dripping = setInterval(() => socket.write(drop), 500)
  let answer = ''
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString()
  })
  await once(socket, 'close')
  clearInterval(dripping)
  return answer
}

describe('the front server', () => {
  it('hands each path to its front', async () => {
    expect(await (await get('/api/version')).json()).toMatchObject({ by: 'rest' })
    expect(await (await get('/api/trpc/x')).json()).toMatchObject({ by: 'own' })
    expect(await (await get('/workflows')).json()).toMatchObject({ by: 'pages' })
  })

  it('gives every answer an id and takes over one that is safe to log', async () => {
    const id = (answer: Response) => answer.headers.get('x-request-id')
    expect(id(await get('/api/x'))).toMatch(/^[0-9a-f-]{36}$/)
    expect(id(await get('/api/x', { headers: { 'x-request-id': 'mine-1' } }))).toBe('mine-1')
    expect(id(await get('/api/x', { headers: { 'x-request-id': 'not mine {}' } }))).toMatch(/^[0-9a-f-]{36}$/)
  })

  it.each(['/api/x', '/page'])('removes what only the server may say, on %s', async (path) => {
    const sent = {
      'x-middleware-subrequest': 'middleware',
      'x-peer-address': '10.0.0.1',
      'x-forwarded-for': '10.0.0.2',
    }
    const { headers } = (await (await get(path, { headers: sent })).json()) as { headers: Record<string, string> }
    expect(headers).not.toHaveProperty('x-middleware-subrequest')
    expect(headers).not.toHaveProperty('x-forwarded-for')
    expect(headers['x-peer-address']).toBe('forwarded by 127.0.0.1')
  })

  it('knows a client of this machine from one behind a proxy of this machine', async () => {
    const peer = async (sent: Record<string, string>) => {
      const { headers } = (await (await get('/api/x', { headers: sent })).json()) as { headers: Record<string, string> }
      return headers['x-peer-address']
    }
    expect(await peer({ 'x-peer-address': '10.0.0.1' })).toBe('127.0.0.1')
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'x-forwarded-proto'])
      expect(await peer({ [name]: '127.0.0.1' })).toBe('forwarded by 127.0.0.1')
  })

  it.each(['/workflows/%E0%A4%A', '/workflows/%', '/a%00b'])(
    'refuses the path %s, which says nothing',
    async (path) => {
      expect(await raw(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /)
    },
  )

  it('lets scripts of a page run only with its own nonce', async () => {
    const answers = await Promise.all([get('/a'), get('/a')])
    const policies = answers.map((answer) => answer.headers.get('content-security-policy') ?? '')
    const [script] = /script-src [^;]+/.exec(policies[0] ?? '') ?? []
    expect(script).toMatch(/^script-src 'self' 'nonce-[\w+/=]+'$/)
    expect(policies[0]).toContain("frame-ancestors 'none'")
    expect(policies[0]).not.toBe(policies[1])
    const seen = (await answers[0]?.json()) as { headers: Record<string, string> }
    expect(seen.headers['content-security-policy']).toBe(policies[0])
  })

  it('only reads pages', async () => {
    expect((await get('/workflows', { method: 'POST', headers: { 'next-action': 'x' } })).status).toBe(405)
    expect((await get('/api/auth/signin', { method: 'POST' })).status).toBe(200)
  })

  it('takes no body that is larger than a form, or hides its length', async () => {
    const post = (body: string) => get('/api/auth/callback/password', { method: 'POST', body })
    expect((await post('x'.repeat(64 * 1024))).status).toBe(200)
    expect((await post('x'.repeat(64 * 1024 + 1))).status).toBe(413)
    const head = 'POST /api/auth/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n'
    expect(await raw(`${head}1\r\nx\r\n0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 413 /)
  })

  it('tells browsers what never to do with an answer', async () => {
    for (const path of ['/a', '/api/x', '/api/trpc/x']) {
      const { headers } = await get(path)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('same-origin')
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/)
      expect(headers.get('access-control-allow-origin')).toBeNull()
    }
  })

  it('refuses upgrades and addresses of other servers', async () => {
    const upgrade = 'GET /x HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
    expect(await raw(upgrade)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await raw('GET http://10.0.0.1/x HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n')).toMatch(
      /^HTTP\/1\.1 400 /,
    )
  })

  it('70: lets go of clients that send their headers or their body by the drop', { timeout: 30_000 }, async () => {
    const begun = performance.now()
    const [headers] = await Promise.all([
      trickle('GET /api/x HTTP/1.1\r\nHost: a\r\n', 'X-Drop: 1\r\n'),
      trickle('POST /api/auth/x HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n', 'x'),
    ])
    expect(headers).toMatch(/^HTTP\/1\.1 408 /)
    expect(performance.now() - begun).toBeGreaterThan(9_000)
  })

  it('names the port that is in use', async () => {
    const other = createFrontServer({
      rest,
      own,
      pages,
      logger: createLogger('silent'),
      isDev: false,
      trustProxy: true,
      isSecure: false,
    })
    await expect(listen(other, port, '127.0.0.1')).rejects.toThrow(`Port ${port} cannot be opened: it is in use`)
  })
})
