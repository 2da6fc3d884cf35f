import type { Json, JsonObject } from '@/server/model/json'
import { inTransaction } from '@/server/operations/in-transaction'
import type { PerformCall, Performer } from './performer'

/** What tasks that ended have taken is not needed any more. */
const FORGET = `
  delete from workflow_messages m using tasks t
  where m.execution_id = $1 and t.id = m.task_id and t.id <> $2 and t.status not in ('SCHEDULED', 'IN_PROGRESS')`

/** Messages that name this task were taken by it before its answer was lost. */
const TAKE = `
  with mine as (
    select id from workflow_messages
    where execution_id = $1 and (task_id is null or task_id = $2)
    order by task_id is null, seq limit $3 for update
  )
  update workflow_messages m set task_id = $2 from mine where m.id = mine.id
  returning m.id, m.payload, m.received_time::float8 as "receivedAt", m.seq`

interface Message {
  readonly id: string
  readonly payload: JsonObject
  readonly receivedAt: number
  readonly seq: string
}

const MAX_BATCH = 100
/** A message that is posted wakes the task; this is for the case that the server died in between. */
const LOOK_AGAIN_MS = 30_000

/** The oldest messages of the execution. Blocking, it waits for the first. */
export const performPullWorkflowMessages: Performer = async (app, call) => {
  const messages = await take(app, call)
  if (messages.length === 0 && call.input.blocking !== false && call.input.blocking !== 'false') {
    return { status: 'again', output: {}, afterMs: LOOK_AGAIN_MS, toldSeconds: 1 }
  }
  return { status: 'completed', output: { messages: messages as unknown as Json, count: messages.length } }
}

async function take({ db }: Parameters<Performer>[0], { workflowId, taskId, input }: PerformCall) {
  const rows = await inTransaction(db, async (client) => {
    await client.query(FORGET, [workflowId, taskId])
    return (await client.query<Message>(TAKE, [workflowId, taskId, batchSize(input)])).rows
  })
  return rows
    .sort((a, b) => Number(a.seq) - Number(b.seq))
    .map(({ id, payload, receivedAt }) => ({
      id,
      workflowId,
      payload,
      receivedAt: new Date(receivedAt).toISOString(),
    }))
}

function batchSize({ batchSize: given }: JsonObject): number {
  const size = Math.floor(Number(given ?? 1))
  return Number.isFinite(size) ? Math.min(MAX_BATCH, Math.max(1, size)) : 1
}
