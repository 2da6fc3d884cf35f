import { setTimeout } from 'node:timers/promises'
import { exceedsDepth, parseForeignJson, storableText } from '@/server/executors/foreign-json'
import { isRefusal } from '@/server/executors/outbound-dialer'
import { type ReceivedMessage, SinkError, type SinkReceiver } from '@/server/executors/sinks/sink'
import { isJsonObject, type JsonObject } from '@/server/model/json'

const MAX_DEPTH = 100

/** The text of a message as what handlers see. */
export function receivedPayload(text: string): JsonObject {
  if (exceedsDepth(text, MAX_DEPTH)) return { payload: storableText(text) }
  try {
    const value = parseForeignJson(text)
    return isJsonObject(value) ? value : { payload: value }
  } catch {
    return { payload: storableText(text) }
  }
}

/** What a client threw, as a failure that names the broker; only what the guard refused is for good. */
export function brokerError(broker: string, error: unknown): SinkError {
  if (error instanceof SinkError) return error
  const refusal = causes(error).find(isRefusal)
  if (refusal) return new SinkError(`${broker}: ${refusal.message}`, false)
  const words = causes(error)
    .map(textOfError)
    .find((text) => text !== '')
  return new SinkError(`${broker}: ${words ?? 'it failed without saying why'}`, true)
}

function textOfError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return storableText((error.message || code).slice(0, 1_000))
}

function causes(error: unknown): readonly unknown[] {
  const found: unknown[] = []
  for (let next = error; next !== undefined && next !== null && found.length < 5; ) {
    found.push(next)
    next = next instanceof AggregateError ? next.errors[0] : next instanceof Error ? next.cause : undefined
  }
  return found
}

/** Whatever a client does in the end, nobody waits longer than this. */
export async function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  const timer = new AbortController()
  promise.catch(() => undefined)
  try {
    const late = setTimeout(ms, undefined, { signal: timer.signal }).then(() => {
      throw new SinkError(`${what} was not answered within ${ms} ms`, true)
    })
    late.catch(() => undefined)
    return await Promise.race([promise, late])
  } finally {
    timer.abort()
  }
}

export const CONNECT_MS = 10_000
export const PUBLISH_MS = 15_000
export const RETRY_MS = 1_000

/** A message that could not be kept yet is offered again; false when the subscription ended meanwhile. */
export async function handOver(
  receiver: SinkReceiver,
  message: ReceivedMessage,
  isOpen: () => boolean | Promise<boolean>,
): Promise<boolean> {
  for (;;) {
    try {
      await receiver.receive(message)
      return true
    } catch {
      await setTimeout(RETRY_MS)
      if (!(await isOpen())) return false
    }
  }
}
