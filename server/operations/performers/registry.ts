import type { PerformedTaskType } from '@/server/engine/operators/registry'
import { performHttp } from './http'
import { performJdbc } from './jdbc'
import { performKafkaPublish } from './kafka-publish'
import type { Performer } from './performer'

const PERFORMERS: Readonly<Record<PerformedTaskType, Performer>> = {
  HTTP: performHttp,
  KAFKA_PUBLISH: performKafkaPublish,
  JDBC: performJdbc,
}

/** Null: nobody here can do it. */
export function performerOf(taskType: string): Performer | null {
  return Object.hasOwn(PERFORMERS, taskType) ? PERFORMERS[taskType as PerformedTaskType] : null
}
