import { connect, createServer, type Socket } from 'node:net'

/** The way to PostgreSQL with what can happen to it: for one server of a test, while others go another way. */
export interface Cable {
  readonly url: string
  /** Connections end and none can be made. */
  cut(): Promise<void>
  mend(): Promise<void>
  /** Connections end; the next ones are good. */
  reset(): void
  /** Nothing moves and nobody is told, as when one of both sides is stopped. */
  freeze(): void
  /** Freezes as soon as the near side says this, and before it arrives; resolves then. */
  freezeBefore(text: string): Promise<void>
  thaw(): void
  /** Everything arrives this much later, both ways. */
  delayBy(ms: number): void
}

interface Wire {
  readonly near: Socket
  readonly distant: Socket
}

export async function layCable(databaseUrl: string): Promise<Cable> {
  const target = new URL(databaseUrl)
  const wires = new Set<Wire>()
  let isFrozen = false
  let delayMs = 0
  let trap: { readonly text: string; readonly sprung: () => void } | null = null
  let held: (() => void) | null = null

  const freeze = () => {
    isFrozen = true
    for (const { near, distant } of wires) for (const socket of [near, distant]) socket.pause()
  }
  const pass = (to: Socket, chunk: Buffer) => {
    if (delayMs === 0) to.write(chunk)
    else setTimeout(() => to.write(chunk), delayMs)
  }
  const server = createServer((near) => {
    const wire: Wire = { near, distant: connect(Number(target.port), target.hostname) }
    wires.add(wire)
    near.on('data', (chunk) => {
      const isTrapped = trap !== null && chunk.includes(trap.text)
      if (!isTrapped) return pass(wire.distant, chunk)
      freeze()
      held = () => pass(wire.distant, chunk)
      trap?.sprung()
      trap = null
    })
    wire.distant.on('data', (chunk) => pass(near, chunk))
    for (const socket of [near, wire.distant]) {
      socket.setNoDelay(true)
      if (isFrozen) socket.pause()
      socket.on('error', () => undefined)
      socket.on('close', () => {
        near.destroy()
        wire.distant.destroy()
        wires.delete(wire)
      })
    }
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()))
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const reset = () => {
    for (const { near } of wires) near.destroy()
  }
  const through = new URL(databaseUrl)
  through.hostname = '127.0.0.1'
  through.port = String(port)
  return {
    url: through.href,
    reset,
    freeze,
    cut: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        reset()
      }),
    mend: () => (server.listening ? Promise.resolve() : listen(port)),
    freezeBefore: (text) => new Promise((sprung) => (trap = { text, sprung })),
    thaw() {
      isFrozen = false
      held?.()
      held = null
      for (const { near, distant } of wires) for (const socket of [near, distant]) socket.resume()
    },
    delayBy(ms) {
      delayMs = ms
    },
  }
}
