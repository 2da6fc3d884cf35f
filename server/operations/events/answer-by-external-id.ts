import { isUuid, type TaskId, type WorkflowId } from '@/server/model/ids'
import { isJsonObject, type JsonObject } from '@/server/model/json'
import type { TaskResultStatus } from '@/server/model/status'
import type { App } from '@/server/operations/app'
import { checkOutputSize } from '@/server/operations/check-output-size'
import { tenantOf } from '@/server/platform/tenant'
import type { EventMessage, Settlement } from '@/server/queue/claim-messages'
import { textOf } from './action-call'

/** Conductor's default queues: a message names the waiting task under `externalId`, the queue says how it ends. */
export const STATUS_QUEUES: Readonly<Partial<Record<TaskResultStatus, string>>> = {
  COMPLETED: 'conductor:COMPLETED',
  FAILED: 'conductor:FAILED',
}

/** Null: the message came by another queue. A task that is not there, or has ended, is noted and forgotten. */
export async function answerByExternalId(app: App, message: EventMessage): Promise<Settlement | null> {
  const { namespaceId, payload } = message
  const status = (['COMPLETED', 'FAILED'] as const).find((each) => STATUS_QUEUES[each] === message.event)
  if (status === undefined) return null
  const target = await findOpenTask(app, message)
  if (target === null)
    return rejected(`No open task found for the externalId ${JSON.stringify(payload.externalId ?? null)}.`)
  checkOutputSize(payload, app.limits)
  await app.store.submit({
    namespaceId,
    workflowId: target.workflowId,
    event: {
      type: 'task-result',
      taskId: target.taskId,
      status,
      output: payload,
      mergeOutput: true,
      reasonForIncompletion: null,
      callbackAfterSeconds: 0,
      extendLease: false,
      workerId: null,
    },
  })
  return { status: 'HANDLED', note: null, againInMs: null }
}

const rejected = (note: string): Settlement => ({ status: 'REJECTED', note, againInMs: null })

interface Target {
  readonly taskId: TaskId
  readonly workflowId: WorkflowId
}

/** By id, by name (of a loop the newest turn), or else the first WAIT. */
const FIND = `
  select id as "taskId", execution_id as "workflowId" from tasks
  where namespace_id = $1 and execution_id = $2 and status in ('SCHEDULED', 'IN_PROGRESS')
    and case
      when $3 <> '' then id::text = $3
      when $4 <> '' then ref = $4 or (loop_over and left(ref, length($4) + 2) = $4 || '__')
      else type = 'WAIT' end
  order by ref = $4 desc, case when $4 = '' then seq else -seq end limit 1`

async function findOpenTask({ db }: App, { namespaceId, payload }: EventMessage): Promise<Target | null> {
  const id = externalIdOf(payload)
  const workflowId = textOf(id.workflowId)
  if (workflowId === null || !isUuid(workflowId)) return null
  const values = [workflowId, textOf(id.taskId) ?? '', textOf(id.taskRefName) ?? '']
  return (await tenantOf(db, namespaceId).rows<Target>(FIND, values))[0] ?? null
}

function externalIdOf({ externalId }: JsonObject): JsonObject {
  if (isJsonObject(externalId)) return externalId
  try {
    const parsed: unknown = JSON.parse(String(externalId))
    return isJsonObject(parsed) ? parsed : {}
  } catch {
    return {}
  }
}
