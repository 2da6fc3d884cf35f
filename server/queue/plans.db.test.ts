import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestActor, define, startTestApp, type TestApp } from '@/server/operations/testing/test-app'
import { clientOf } from '@/server/operations/testing/worker'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'

/**
 * The hot statements must use their indexes, also when their plans were made while the tables were empty. PostgreSQL
 * itself counts the scans.
 */
const TASKS = 150_000
let db: TestDatabase
let actor: Actor
let apps: readonly [TestApp, TestApp]

beforeAll(async () => {
  db = await createTestDatabase()
  actor = await createTestActor(db)
  apps = [startTestApp(db), startTestApp(db)]
})
afterAll(() => db.drop())

it('never scans the tables of tasks, executions and payloads', async () => {
  const simple = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })
  const wait = { name: 'wait', taskReferenceName: 'wait', type: 'WAIT', inputParameters: { duration: '1 seconds' } }
  await define(db, actor, { name: 'planned', tasks: [simple('p_1'), simple('p_2'), wait] })
  await runSome(3)
  await fill()
  await runSome(20)
  // Backends report what they counted when they leave.
  await Promise.all(apps.map((app) => app.stop()))
  await expect.poll(scans, { timeout: 5_000 }).toEqual({
    execution_inputs: 0,
    execution_outputs: 0,
    executions: 0,
    task_inputs: 0,
    task_outputs: 0,
    tasks: 0,
  })
}, 120_000)

/** The second replica knows nothing of the first one's executions: it loads them. */
async function runSome(count: number): Promise<void> {
  const [one, two] = [clientOf(apps[0], actor), clientOf(apps[1], actor)]
  const ids = await Promise.all(Array.from({ length: count }, () => one.start({ name: 'planned', input: { a: 1 } })))
  await Promise.all(ids.map(() => two.work('p_1', { outputData: { b: 2 } })))
  await Promise.all(ids.map(() => one.work('p_2')))
  await Promise.all(ids.map((id) => two.reaches(id, 'COMPLETED')))
}

/** Without ANALYZE: nothing tells PostgreSQL to plan again. */
async function fill(): Promise<void> {
  await db.pool.query(
    `insert into executions (id, namespace_id, revision, name, version, snapshot, status, priority, task_to_domain,
       variables, create_time, update_time, end_time, last_retried_time, failed_refs, failed_names, depth, task_count)
     select gen_random_uuid(), 1000 + i % 50, 1, 'w' || i % 20, 1, 's', 'COMPLETED',
       0, '{}', '{}', i, i, 0, 0, '{}', '{}', 0, 5
     from generate_series(1, ${TASKS / 5}) i`,
  )
  await db.pool.query(
    `insert into tasks (id, execution_id, namespace_id, seq, ref, type, def_name, status, performer, queue, priority,
       deliver_at, lease_until, poll_count, start_time, update_time, scheduled_time, first_scheduled_time, end_time,
       retry_count, retried, executed, start_delay_seconds, callback_after_seconds, callback_after_ms,
       response_timeout_seconds, iteration, loop_over, subworkflow_changed, wait_timeout)
     select gen_random_uuid(), gen_random_uuid(), 1000 + i % 50, 1, 't', 'q' || i % 20, 'd',
       case when i % 100 = 0 then 'SCHEDULED' else 'COMPLETED' end, 'worker', 'q' || i % 20, 0,
       i, 0, 0, 0, 0, 0, 0, 0, 0, false, false, 0, 0, 0, 3600, 0, false, false, 0
     from generate_series(1, ${TASKS}) i`,
  )
}

/** The test's own looks go through the pool, by primary key. */
async function scans(): Promise<Record<string, number>> {
  const { rows } = await db.pool.query<{ relname: string; seq_scan: number }>(
    `select relname, seq_scan from pg_stat_user_tables where relname ~ '^(tasks|task_.+puts|execution.*)$'`,
  )
  return Object.fromEntries(rows.map(({ relname, seq_scan }) => [relname, seq_scan]))
}
