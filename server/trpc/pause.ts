import { setTimeout as delay } from 'node:timers/promises'

/** Waits, and returns early without a word when the reader leaves. */
export async function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  await delay(ms, undefined, { ref: false, ...(signal ? { signal } : {}) }).catch(() => undefined)
}
