import { createHash, randomUUID } from 'node:crypto'
import type { DefinitionSnapshot } from '@/server/model/execution'
import { asNamespaceId, type NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import { workflowDefSchema } from '@/server/model/workflow-def'
import type { TestDatabase } from '@/server/platform/testing/test-database'

export interface ExecutionRow {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly correlationId: string | null
  readonly createTime: number
  readonly endTime: number
  readonly input: JsonObject
  readonly tasks: readonly { readonly ref: string; readonly status: string; readonly output?: JsonObject }[]
}

export async function insertNamespace(db: TestDatabase, name: string): Promise<NamespaceId> {
  const { rows } = await db.pool.query<{ id: number }>('insert into namespaces (name) values ($1) returning id', [name])
  return asNamespaceId(rows[0]?.id ?? 0)
}

/** One execution as the store would have written it, for tests of reads. */
export async function insertExecution(
  db: TestDatabase,
  namespaceId: NamespaceId,
  given: Partial<ExecutionRow> = {},
): Promise<string> {
  const row: ExecutionRow = {
    id: randomUUID(),
    name: 'sample',
    status: 'RUNNING',
    correlationId: null,
    createTime: 1_000,
    endTime: 0,
    input: {},
    tasks: [],
    ...given,
  }
  const hash = await insertSnapshot(db, namespaceId, row)
  await db.pool.query(
    `insert into executions (id, namespace_id, revision, name, version, snapshot, status, correlation_id, priority,
       task_to_domain, variables, create_time, update_time, end_time, last_retried_time, failed_refs, failed_names,
       depth, task_count)
     values ($1, $2, 1, $3, 1, $4, $5, $6, 0, '{}', '{"v":1}', $7, $7, $8, 0, '{}', '{}', 0, $9)`,
    [row.id, namespaceId, row.name, hash, row.status, row.correlationId, row.createTime, row.endTime, row.tasks.length],
  )
  await db.pool.query('insert into execution_inputs (id, data) values ($1, $2)', [row.id, JSON.stringify(row.input)])
  for (const [index, task] of row.tasks.entries()) await insertTask(db, { namespaceId, row, task, seq: index + 1 })
  return row.id
}

interface NewTask {
  readonly namespaceId: NamespaceId
  readonly row: ExecutionRow
  readonly task: ExecutionRow['tasks'][number]
  readonly seq: number
}

async function insertTask(db: TestDatabase, { namespaceId, row, task, seq }: NewTask): Promise<void> {
  const id = randomUUID()
  await db.pool.query(
    `insert into tasks (id, execution_id, namespace_id, seq, ref, type, def_name, status, performer, queue, priority,
       deliver_at, lease_until, poll_count, start_time, update_time, scheduled_time, first_scheduled_time, end_time,
       retry_count, retried, executed, start_delay_seconds, callback_after_seconds, callback_after_ms,
       response_timeout_seconds, iteration, loop_over, subworkflow_changed, wait_timeout)
     values ($1, $2, $3, $4, $5, 'work', 'work', $6, 'worker', ':work', 0, 0, 0, 0, 0, $7, $7, $7, 0, 0, false, false,
       0, 0, 0, 600, 0, false, false, 0)`,
    [id, row.id, namespaceId, seq, task.ref, task.status, row.createTime],
  )
  if (task.output)
    await db.pool.query('insert into task_outputs (id, data) values ($1, $2)', [id, JSON.stringify(task.output)])
}

async function insertSnapshot(db: TestDatabase, namespaceId: NamespaceId, row: ExecutionRow): Promise<string> {
  const tasks = row.tasks.map(({ ref }) => ({ name: 'work', taskReferenceName: ref.replace(/__\d+$/, '') }))
  const snapshot: DefinitionSnapshot = { definition: workflowDefSchema.parse({ name: row.name, tasks }), taskDefs: {} }
  const body = JSON.stringify(snapshot)
  const hash = createHash('sha256').update(body).digest('base64url')
  await db.pool.query(
    'insert into definition_snapshots (namespace_id, hash, body) values ($1, $2, $3) on conflict do nothing',
    [namespaceId, hash, body],
  )
  return hash
}
