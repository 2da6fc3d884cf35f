import { once } from 'node:events'
import { createServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { createDialer, type DialerOptions } from './outbound-dialer'

const own = { origins: ['https://play.example.com'], listener: 'http://127.0.0.1:3000' }
const names: Readonly<Record<string, readonly string[]>> = {
  'broker.example.com': ['203.0.113.5'],
  'open.example.com': ['93.184.215.14'],
  'inside.example.com': ['10.0.0.7'],
  'mixed.example.com': ['93.184.215.14', '192.168.1.1'],
  'play.example.com': ['93.184.215.20'],
  'alias.example.com': ['93.184.215.20'],
  'db.example.com': ['93.184.215.30'],
  localhost: ['127.0.0.1', '::1'],
}
const dialer = (more: Partial<DialerOptions> = {}) =>
  createDialer({
    enabled: true,
    allow: [],
    own,
    database: { host: 'localhost', port: 5432 },
    resolve: async (name) => names[name] ?? [],
    ...more,
  })

describe('an address of a broker', () => {
  test('is resolved once, and the address that was checked is the one to connect to', async () => {
    expect(await dialer().resolve('open.example.com', 9092)).toBe('93.184.215.14')
  })

  test.each([
    ['127.0.0.1', 6379, 'is not a public address'],
    ['localhost', 6379, 'is a local name'],
    ['::1', 6379, 'is not a public address'],
    ['[::ffff:127.0.0.1]', 6379, 'is not a public address'],
    ['169.254.169.254', 8080, 'is not a public address'],
    ['inside.example.com', 5672, '10.0.0.7, the address of inside.example.com, is not a public address'],
    ['mixed.example.com', 5672, '192.168.1.1, the address of mixed.example.com, is not a public address'],
    ['open.example.com', 25, 'port 25 is not allowed'],
    ['open.example.com', 0, '0 is no port'],
    ['alias.example.com', 3000, 'is this server itself'],
    ['metadata.google.internal', 9092, 'is a local name'],
  ])('%s:%i is refused: %s', async (host, port, why) => {
    await expect(dialer().resolve(host, port)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining(why),
    })
  })

  test('that the operator allowed is reached, by exactly that name and port', async () => {
    const open = dialer({ allow: ['localhost:6379'] })
    expect(await open.resolve('localhost', 6379)).toBe('127.0.0.1')
    await expect(open.resolve('localhost', 6380)).rejects.toThrow('PLAYGROUND_OUTBOUND_ALLOW=localhost:6380')
    await expect(open.resolve('127.0.0.1', 6379)).rejects.toThrow('is not a public address')
  })

  test('nothing is reached when the operator has switched calls off', async () => {
    await expect(dialer({ enabled: false }).resolve('open.example.com', 9092)).rejects.toThrow(
      'PLAYGROUND_OUTBOUND=off',
    )
  })
})

describe('the database of this server', () => {
  test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1', '0.0.0.0'])(
    'is not reached as %s, allowed or not',
    async (host) => {
      const open = dialer({ allow: [`${host}:5432`] })
      await expect(open.resolve(host, 5432)).rejects.toThrow('is the database of this server itself')
    },
  )

  test('is not reached by another name of its address', async () => {
    const far = dialer({ database: { host: 'db.example.com', port: 5432 } })
    await expect(far.resolve('93.184.215.30', 5432)).rejects.toThrow('is the database of this server itself')
    expect(await far.resolve('93.184.215.30', 5433)).toBe('93.184.215.30')
  })
})

describe('a connection that a client opens by itself', () => {
  const failure = async (host: string, port: number, more: Partial<DialerOptions> = {}) => {
    const [error] = (await once(dialer(more).connect(host, port), 'error')) as [Error]
    return error.message
  }

  test.each(['inside.example.com', '10.0.0.7', '127.0.0.1'])('does not reach %s', async (host) => {
    expect(await failure(host, 9092)).toContain('is not a public address')
  })

  test('goes to the address that was checked, whatever the name means a moment later', async () => {
    const server = createServer((socket) => socket.end('hello')).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    let asked = 0
    const rebinding = dialer({
      allow: [`name.example.com:${port}`],
      resolve: async () => (asked++ === 0 ? ['127.0.0.1'] : ['10.0.0.1']),
    })
    const socket = rebinding.connect('name.example.com', port)
    const [data] = (await once(socket, 'data')) as [Buffer]
    expect([data.toString(), asked]).toEqual(['hello', 1])
    socket.destroy()
    server.close()
  })
})
