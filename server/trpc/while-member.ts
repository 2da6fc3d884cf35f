const CHECK_EVERY_MS = 30_000
const LOST = Symbol('lost')

/** Passes a live stream on until the reader is no longer a member: a removed member's open page is cut off too. */
export async function* whileMember<T>(source: AsyncIterable<T>, isMember: () => Promise<boolean>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  const { promise: lost, resolve: lose } = Promise.withResolvers<typeof LOST>()
  const timer = setInterval(async () => {
    // A database that cannot be asked right now is no reason to cut anybody off.
    if (!(await isMember().catch(() => true))) lose(LOST)
  }, CHECK_EVERY_MS)
  timer.unref()
  try {
    for (;;) {
      const next = await Promise.race([iterator.next(), lost])
      if (next === LOST || next.done) return
      yield next.value
    }
  } finally {
    clearInterval(timer)
    // Not awaited: a source that waits for news would hold up the end.
    iterator.return?.().catch(() => undefined)
  }
}
