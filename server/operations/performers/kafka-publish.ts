import { createHash } from 'node:crypto'
import { SinkError } from '@/server/executors/sinks/sink'
import { isJsonObject, type Json, type JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import type { OpenIntegration } from '@/server/operations/integrations/integrations'
import type { PerformCall, Performer } from './performer'

/**
 * KAFKA_PUBLISH: one record to servers that the input names, or to those of an integration (`integrationName`, ours),
 * which may also need credentials. The value is written as JSON, as the reference does.
 */
export const performKafkaPublish: Performer = async (app, call) => {
  const request = isJsonObject(call.input.kafka_request) ? call.input.kafka_request : {}
  try {
    const source = await sourceOf(app, call, request)
    const headers = isJsonObject(request.headers) ? request.headers : {}
    await app.integrations.brokers.use(source, (broker) =>
      broker.publish(
        { type: 'kafka', name: String(request.topic) },
        {
          id: call.taskId,
          body: JSON.stringify(request.value),
          key: keyOf(request),
          headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOf(value)])),
        },
      ),
    )
    return { status: 'completed', output: {} }
  } catch (error) {
    if (!(error instanceof SinkError)) throw error
    const reason = `Failed to invoke kafka task due to: ${error.message}`
    return { status: 'failed', output: {}, reason, retryable: error.retryable }
  }
}

async function sourceOf(app: App, { namespaceId }: PerformCall, request: JsonObject): Promise<OpenIntegration> {
  const { integrationName = null, bootStrapServers = null } = request
  if (typeof integrationName === 'string' && integrationName !== '') {
    const found = await app.integrations.find(namespaceId, integrationName)
    if (found?.type === 'kafka') return found
    throw new SinkError(`There is no Kafka integration named ${integrationName}.`, true)
  }
  const servers = String(bootStrapServers)
  const revision = createHash('sha256').update(servers).digest('base64url')
  return { namespaceId, name: 'KAFKA_PUBLISH', revision, type: 'kafka', settings: { bootstrapServers: servers } }
}

const INTEGER = /\.IntegerSerializer$/
const LONG = /\.LongSerializer$/

/** Java's serializers for keys: numbers are big-endian, everything else is text. */
function keyOf({ key = null, keySerializer = null }: JsonObject): Buffer {
  const serializer = String(keySerializer)
  if (key === null) return Buffer.alloc(0)
  const bytes = Buffer.alloc(INTEGER.test(serializer) ? 4 : 8)
  try {
    if (INTEGER.test(serializer)) bytes.writeInt32BE(Number(key))
    else if (LONG.test(serializer)) bytes.writeBigInt64BE(BigInt(textOf(key)))
    else return Buffer.from(textOf(key))
    return bytes
  } catch {
    throw new SinkError(`the key ${textOf(key)} does not fit ${serializer}`, false)
  }
}

function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
