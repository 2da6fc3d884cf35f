import { type Actor, requireRole } from '@/server/model/actor'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { newId } from '@/server/platform/ids'
import { sendMessage } from './send-message'

export interface ProbedSink {
  readonly sink: string
  readonly input: JsonObject
}

export interface Probe {
  readonly successful: boolean
  readonly reason?: string
}

/** Publishes a message to a sink, as an EVENT task would, and says what came of it. */
export async function probeSink(app: App, actor: Actor, { sink: name, input }: ProbedSink): Promise<Probe> {
  requireRole(actor, 'editor')
  const [type = '', ...rest] = name.split(':')
  if (rest.length === 0) return { successful: false, reason: `Illegal event ${name}` }
  const message = { id: newId(), payload: input }
  if (type === 'conductor') {
    await sendMessage(app, actor, { event: name, payload: input })
    return { successful: true }
  }
  const sink = app.sinks.get(type)
  if (!sink) return { successful: false, reason: `Unknown queue type ${type}` }
  try {
    await sink.publish({ namespaceId: actor.namespaceId, type, uri: rest.join(':') }, message)
    return { successful: true }
  } catch (error) {
    return { successful: false, reason: error instanceof Error ? error.message : String(error) }
  }
}
