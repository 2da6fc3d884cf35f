import { plainInput } from '@/server/engine/add-task'
import type { Draft } from '@/server/engine/draft'
import type { TaskId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { Entry } from './operator'

/** Conductor makes the input of some types before the row has an id: there `${CPEWF_TASK_ID}` remains as it is written. */
export function inputWithoutId(draft: Draft, entry: Entry, taskId: TaskId): JsonObject {
  return plainInput(draft, entry, entry.task.dynamicTaskNameParam ? taskId : undefined)
}
