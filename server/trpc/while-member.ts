const CHECK_EVERY_MS = 30_000

/** Passes a live stream on until the reader is no longer a member: a removed member's open page goes silent too. */
export async function* whileMember<T>(source: AsyncIterable<T>, isMember: () => Promise<boolean>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  let isLost = false
  const timer = setInterval(async () => {
    const stillMember = await isMember().catch(() => true)
    if (stillMember) return
    isLost = true
    clearInterval(timer)
    await iterator.return?.()
  }, CHECK_EVERY_MS)
  timer.unref()
  try {
    for (;;) {
      const next = await iterator.next()
      if (next.done || isLost) return
      yield next.value
    }
  } finally {
    clearInterval(timer)
    await iterator.return?.()
  }
}
