import type { PerformOutcome } from '@/server/engine/event'
import { SinkError } from '@/server/executors/sinks/sink'
import { isJsonObject } from '@/server/model/json'
import type { Performer } from './performer'

/** Publishes to a broker. What the row shows is the engine's to say: a payload may hold secrets here. */
export const performEvent: Performer = async (app, { namespaceId, taskId, input }) => {
  const name = String(input.sink)
  const [type = '', ...rest] = name.split(':')
  const sink = app.sinks.get(type)
  const why = rest.length === 0 ? `Illegal event ${name}` : sink ? null : `Unknown queue type ${type}`
  if (!sink || why !== null) return failed(`Error loading queue:${name}, for task:${taskId}, error: ${why}`, true)
  const payload = isJsonObject(input.payload) ? input.payload : {}
  try {
    await sink.publish({ namespaceId, type, uri: rest.join(':') }, { id: taskId, payload })
    return { status: 'completed', output: {} }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return failed(`Error publishing to queue:${name}, for task:${taskId}, error: ${message}`, isRetryable(error))
  }
}

function isRetryable(error: unknown): boolean {
  return error instanceof SinkError ? error.retryable : true
}

function failed(reason: string, retryable: boolean): PerformOutcome {
  return { status: 'failed', output: {}, reason, retryable }
}
