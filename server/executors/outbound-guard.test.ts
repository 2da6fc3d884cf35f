import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createOutboundGuard, type OutboundOptions, type OutboundRequest } from './outbound-guard'

const MB = 1024 * 1024
let server: Server
let port: number
const seen: { url: string; headers: NodeJS.Dict<string | string[]>; method: string }[] = []
const kept: NodeJS.Timeout[] = []

const routes: Readonly<Record<string, RequestListener>> = {
  '/ok': (_request, response) => response.setHeader('X-Mixed', 'yes').end('fine'),
  '/to-private': (_request, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end(),
  '/to-ok': (_request, response) => response.writeHead(307, { location: '/ok' }).end(),
  '/to-other': (_request, response) => response.writeHead(302, { location: `http://other.test:${port}/ok` }).end(),
  '/to-own-api': (_request, response) =>
    response.writeHead(302, { location: `http://own.test:${port}/api/workflow` }).end(),
  '/chain': (_request, response) => response.writeHead(302, { location: '/chain' }).end(),
  '/bomb': (_request, response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(20 * MB))),
  '/unpacked': (_request, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"a":1}')),
  '/endless': (_request, response) => void endless(response),
  '/slow': (_request, response) => void kept.push(setInterval(() => response.write('x'), 50)),
  '/api/demo/x': (_request, response) => response.end('demo'),
}

function endless(response: Parameters<RequestListener>[1]): void {
  const chunk = Buffer.alloc(MB, 'x')
  const push = () => {
    while (!response.destroyed && response.write(chunk));
    if (!response.destroyed) response.once('drain', push)
  }
  push()
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '', headers, method = '' } = request
    seen.push({ url, headers, method })
    const route = routes[new URL(url, 'http://x').pathname]
    if (route) route(request, response)
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  for (const timer of kept) clearInterval(timer)
  server.closeAllConnections()
  server.close()
})

function send(url: string, more: Partial<OutboundRequest> = {}, options: Partial<OutboundOptions> = {}) {
  const guard = createOutboundGuard({
    allow: [`open.test:${port}`, `other.test:${port}`],
    enabled: true,
    own: { origins: [`http://own.test:${port}`, 'https://own.test'], listener: `http://127.0.0.1:${port}` },
    totalMs: 500,
    maxBytes: 3 * MB,
    resolve: async () => ['127.0.0.1'],
    ...options,
  })
  return guard.send({ method: 'GET', url, headers: {}, body: null, connectTimeoutMs: 300, readTimeoutMs: 300, ...more })
}
const open = (path: string) => `http://open.test:${port}${path}`

describe('targets that are refused before any connection', () => {
  const urls = [
    // 41
    'http://127.0.0.1/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://0.0.0.0/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://127.1/',
    'http://[::127.0.0.1]/',
    // 42
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://198.18.0.1/',
    'http://192.0.0.1/',
    // 43
    'http://169.254.169.254/latest/meta-data',
    'http://[fd00:ec2::254]/',
    'http://metadata.google.internal/',
    'http://[64:ff9b::a00:1]/',
    'http://[2002:a00:1::]/',
    'http://[fe80::1]/',
    'http://[ff02::1]/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    // 48
    'http://a@127.0.0.1/',
    'http://127.0.0.1#@a.com',
    'http://127.0.0.1\t/',
    'http://127。0。0。1/',
    'http://example.com\\@127.0.0.1/',
    'http://user:pw@example.com/',
    // 49
    'file:///etc/passwd',
    'gopher://example.com/',
    'ftp://example.com/',
    'data:text/plain,x',
    'javascript:1',
    'not a uri',
    // 50
    'http://93.184.216.34:5432/',
    'http://93.184.216.34:22/',
    'http://localhost:6379/',
  ]
  it.each(urls)('41–50: %s', async (url) => {
    const before = seen.length
    await expect(send(url)).rejects.toMatchObject({ name: 'OutboundError', kind: 'refused' })
    expect(seen).toHaveLength(before)
  })

  it('says how the operator opens a target of this machine', async () => {
    for (const [url, place] of [
      ['http://localhost:3001/x', 'localhost:3001'],
      ['http://10.0.0.9/x', '10.0.0.9:80'],
      ['http://[fd00::1]/', '[fd00::1]:80'],
    ] as const) {
      await expect(send(url)).rejects.toThrow(`can open it with PLAYGROUND_OUTBOUND_ALLOW=${place}`)
    }
  })

  it('44, 46: names that lead to a private address, also among others', async () => {
    for (const addresses of [['10.0.0.1'], ['93.184.216.34', '192.168.0.1'], ['2606:4700::1111', '::1'], []]) {
      await expect(send('http://evil.test/', {}, { resolve: async () => addresses })).rejects.toMatchObject({
        kind: 'refused',
      })
    }
  })

  it('45: looks a name up once and connects to that address', async () => {
    const answers = ['127.0.0.1', '10.0.0.1']
    let lookups = 0
    const resolve = async () => [answers[lookups++] ?? '']
    expect((await send(open('/ok'), {}, { resolve })).status).toBe(200)
    expect(lookups).toBe(1)
  })

  it('50: of this server only the demo path, under its own name only', async () => {
    const own = `http://own.test:${port}`
    expect((await send(`${own}/api/demo/x`)).body.toString()).toBe('demo')
    for (const path of [
      '/api/workflow',
      '/',
      '/api/demo',
      '/api/demo/../workflow',
      '/api/demo/%2e%2e/workflow',
      '/API/demo/x',
    ]) {
      await expect(send(`${own}${path}`)).rejects.toMatchObject({ kind: 'refused' })
    }
    const resolve = async () => ['93.184.216.34']
    await expect(send('http://alias.test/', {}, { resolve })).rejects.toThrow('is this server itself')
  })

  it('50: behind a proxy the demo path is called at the own port, nothing else', async () => {
    const resolve = async () => ['10.0.0.7']
    expect((await send('https://own.test/api/demo/x?a=1', {}, { resolve })).body.toString()).toBe('demo')
    expect(seen.at(-1)).toMatchObject({ url: '/api/demo/x?a=1', headers: { host: 'own.test' } })
    await expect(send('https://own.test/api/workflow', {}, { resolve })).rejects.toThrow('only /api/demo/')
    await expect(send('https://own.test:8443/api/demo/x', {}, { resolve })).rejects.toThrow('not a public address')
  })

  it('calls nothing at all once the operator has switched calls off', async () => {
    const before = seen.length
    for (const url of [open('/ok'), 'https://own.test/api/demo/x']) {
      await expect(send(url, {}, { enabled: false })).rejects.toMatchObject({
        kind: 'refused',
        message: expect.stringContaining('PLAYGROUND_OUTBOUND=off'),
      })
    }
    expect(seen).toHaveLength(before)
  })
})

describe('redirects', () => {
  it('47: are checked like the first request, three at most', async () => {
    await expect(send(open('/to-private'))).rejects.toThrow('10.0.0.1 is not a public address')
    await expect(send(open('/to-own-api'))).rejects.toMatchObject({ kind: 'refused' })
    await expect(send(open('/chain'))).rejects.toThrow('more than 3 redirects')
  })

  it('keep method and headers within an origin, and nothing of the caller across', async () => {
    const headers = { authorization: 'Bearer x', accept: 'text/plain' }
    await send(open('/to-ok'), { headers, method: 'POST', body: 'b' })
    expect(seen.at(-1)).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer x' } })
    await send(open('/to-other'), { headers })
    expect(seen.at(-1)?.headers).toMatchObject({ host: `other.test:${port}`, accept: 'text/plain' })
    expect(seen.at(-1)?.headers).not.toHaveProperty('authorization')
  })
})

describe('requests and answers', () => {
  it('51: endless, bombs and trickles are cut', async () => {
    await expect(send(open('/endless'))).rejects.toThrow('larger than')
    await expect(send(open('/bomb'), {}, { maxBytes: 30 * MB })).rejects.toThrow('compressed too strongly')
    await expect(send(open('/slow'))).rejects.toThrow(/not finished within 500 ms|no answer/)
    await expect(send(`http://open.test:1/`, {}, { allow: ['open.test:1'] })).rejects.toMatchObject({
      kind: 'failed',
      message: 'connection refused',
    })
  })

  it('unpacks, and keeps the case of header names', async () => {
    expect((await send(open('/unpacked'))).body.toString()).toBe('{"a":1}')
    expect((await send(open('/ok'))).headers).toMatchObject({ 'X-Mixed': ['yes'] })
  })

  it.each([
    { Host: 'x' },
    { 'Transfer-Encoding': 'chunked' },
    { 'Content-Length': '3' },
    { a: 'b\r\nc: d' },
    { 'a\r\nb': 'c' },
  ])('52: refuses the header %o', async (headers) => {
    await expect(send(open('/ok'), { headers: headers as Record<string, string> })).rejects.toMatchObject({
      kind: 'refused',
    })
  })

  it('54: names itself and passes on nothing internal', async () => {
    await send(open('/ok'), { headers: { 'Metadata-Flavor': 'Google', 'X-Forwarded-For': '1.2.3.4', 'X-Mine': '1' } })
    expect(Object.keys(seen.at(-1)?.headers ?? {}).sort()).toEqual([
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
      'x-mine',
    ])
    expect(seen.at(-1)?.headers['user-agent']).toContain('ConductorPlayground')
  })
})
