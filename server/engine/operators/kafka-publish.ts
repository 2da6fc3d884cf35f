import { isJsonObject, type JsonObject } from '@/server/model/json'
import { performed } from './performed'

/** KAFKA_PUBLISH: a record to a broker, acknowledged. */
export const kafkaPublish = performed({ missing })

const SEE = 'See documentation for KafkaTask for required input parameters'

function missing({ kafka_request: request = null }: JsonObject): string | null {
  if (!isJsonObject(request)) {
    return `Missing Kafka request. Task input MUST have a 'kafka_request' key with KafkaTask.Input as value. ${SEE}`
  }
  if (!request.bootStrapServers && !request.integrationName) return 'No boot strap servers specified'
  if (!request.topic) return `Missing Kafka topic. ${SEE}`
  return (request.value ?? null) === null ? `Missing Kafka value.  ${SEE}` : null
}
