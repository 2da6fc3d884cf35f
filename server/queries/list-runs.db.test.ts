import { beforeAll, expect, test } from 'vitest'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { createTestActor, define } from '@/server/operations/testing/test-app'
import { clientOf } from '@/server/operations/testing/worker'
import { type Tenant, tenantOf } from '@/server/platform/tenant'
import { listCatalog } from './list-catalog'
import { listJournal } from './list-journal'
import { listPollers } from './list-pollers'
import { listRecentInputs } from './list-recent-inputs'
import { listRuns } from './list-runs'
import type { RunFilter } from './run-filter'
import { summarizeRuns } from './summarize-runs'

let tenant: Tenant
let ids: { done: string; open: string; failed: string }

const FIRST = { offset: 0, size: 50, sort: 'created', descending: true } as const

const { db, app, actor } = await openTestApp()

beforeAll(async () => {
  tenant = tenantOf(db, actor.namespaceId)
  const step = { name: 'listed_task', taskReferenceName: 'listed_ref', type: 'SIMPLE' }
  await define(db, actor, { name: 'listed', description: 'For the list', tasks: [step] })
  await define(db, actor, { name: 'listed', version: 2, tasks: [step] })
  const done = await clientOf(app, actor).start({ name: 'listed', correlationId: 'A-1', input: { city: 'Kokomo' } })
  await clientOf(app, actor).work('listed_task')
  const failed = await clientOf(app, actor).start({ name: 'listed', version: 1, input: { city: 'Kokomo' } })
  await clientOf(app, actor).work('listed_task', {
    status: 'FAILED_WITH_TERMINAL_ERROR',
    reasonForIncompletion: 'no luck',
  })
  const open = await clientOf(app, actor).start({ name: 'listed', input: { city: 'Oslo' } })
  ids = { done, open, failed }
})

async function found(filter: RunFilter): Promise<readonly string[]> {
  const { rows, total } = await listRuns(tenant, filter, FIRST)
  expect(total).toBe(rows.length)
  return rows.map((row) => row.workflowId)
}

test('every filter narrows the list', async () => {
  expect(await found({})).toEqual([ids.open, ids.failed, ids.done])
  expect(await found({ statuses: ['FAILED', 'COMPLETED'] })).toEqual([ids.failed, ids.done])
  expect(await found({ names: ['other'] })).toEqual([])
  expect(await found({ workflowId: ids.open })).toEqual([ids.open])
  expect(await found({ workflowId: 'not-an-id' })).toEqual([])
  expect(await found({ correlationId: 'A-1' })).toEqual([ids.done])
  expect(await found({ text: 'kokomo' })).toEqual([ids.failed, ids.done])
  expect(await found({ text: 'no luck' })).toEqual([ids.failed])
  expect(await found({ text: ids.done.slice(-8) })).toEqual([ids.done])
  expect(await found({ text: '%' })).toEqual([])
  expect(await found({ from: Date.now() + 60_000 })).toEqual([])
})

test('an open run says what it waits for', async () => {
  const { rows } = await listRuns(tenant, { statuses: ['RUNNING'] }, FIRST)
  expect(rows[0]).toMatchObject({
    taskCount: 1,
    doneCount: 0,
    open: [{ referenceTaskName: 'listed_ref', taskType: 'listed_task', status: 'SCHEDULED', workerId: null }],
  })
})

test('pages are stable and the total counts all of them', async () => {
  const one = await listRuns(tenant, {}, { ...FIRST, size: 1 })
  const two = await listRuns(tenant, {}, { ...FIRST, offset: 1, size: 1 })
  expect([one.total, one.rows[0]?.workflowId, two.rows[0]?.workflowId]).toEqual([3, ids.open, ids.failed])
})

test('the summary counts every status, whatever is chosen', async () => {
  const summary = await summarizeRuns(tenant, { statuses: ['FAILED'] })
  expect(summary.counts).toEqual({ COMPLETED: 1, FAILED: 1, RUNNING: 1 })
  expect(summary.buckets.reduce((total, bucket) => total + bucket.total, 0)).toBe(3)
  expect(summary.buckets.reduce((total, bucket) => total + bucket.failed, 0)).toBe(1)
  expect((await summarizeRuns(tenant, { names: ['other'] })).buckets).toEqual([])
})

test('the catalog shows the newest version and the newest run', async () => {
  const [entry] = await listCatalog(tenant)
  expect(entry).toMatchObject({ name: 'listed', version: 2, versions: [2, 1], taskTypes: ['SIMPLE'] })
  expect(entry?.lastRun?.workflowId).toBe(ids.open)
})

test('recent inputs are different ones, the newest first', async () => {
  expect((await listRecentInputs(tenant, 'listed')).map((recent) => recent.input)).toEqual([
    { city: 'Oslo' },
    { city: 'Kokomo' },
  ])
})

test('the journal reads backwards', async () => {
  const entries = await listJournal(tenant, ids.done, null)
  expect(entries.map((entry) => entry.kind)).toEqual(['task-result', 'start'])
  expect(await listJournal(tenant, ids.done, 1)).toEqual([])
})

test('another namespace sees none of it', async () => {
  const stranger = tenantOf(db, (await createTestActor(db)).namespaceId)
  expect(await listRuns(stranger, {}, FIRST)).toEqual({ rows: [], total: 0 })
  expect(await listJournal(stranger, ids.done, null)).toEqual([])
  expect(await listRecentInputs(stranger, 'listed')).toEqual([])
  expect(await listPollers(stranger, 0)).toEqual([])
})
