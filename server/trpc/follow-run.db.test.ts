import { expect, test } from 'vitest'
import { applyUpdate } from '@/components/execution/apply-update'
import type { RunUpdate, RunView } from '@/server/model/run-view'
import { restartWorkflow } from '@/server/operations/restart-workflow'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { createTestActor, define } from '@/server/operations/testing/test-app'
import { tenantOf } from '@/server/platform/tenant'
import { getRun } from '@/server/queries/get-run'
import { getRunChanges } from '@/server/queries/get-run-changes'
import { followRun } from './follow-run'

const { db, app, actor, client } = await openTestApp()
const step = (name: string) => ({ name, taskReferenceName: name, type: 'SIMPLE' })
await define(db, actor, { name: 'watched', tasks: [step('one'), step('two')] })

/** A viewer as the page is one: loads the run, then folds what the stream says. */
async function watch(workflowId: string) {
  const tenant = tenantOf(db, actor.namespaceId)
  let view: RunView = await getRun(tenant, workflowId)
  const leave = new AbortController()
  const updates = followRun({
    since: view.header.revision,
    read: (seen) => getRunChanges(tenant, workflowId, seen),
    onNews: (wake) => app.live.subscribe(workflowId, wake),
    signal: leave.signal,
  })
  const kinds: RunUpdate['type'][] = []
  return {
    kinds,
    /** Reads until the picture shows it; how long that took. */
    async until(isThere: (view: RunView) => boolean): Promise<number> {
      const from = performance.now()
      while (!isThere(view)) {
        const next = await updates.next()
        if (next.done) throw new Error('The stream ended.')
        kinds.push(next.value.update.type)
        view = applyUpdate(view, next.value.update)
      }
      return performance.now() - from
    },
    async matchesTheDatabase() {
      const fresh = await getRun(tenant, workflowId)
      expect({ ...view, now: 0 }).toEqual({ ...fresh, now: 0 })
    },
    leave: () => leave.abort(),
  }
}

const statusOf = (view: RunView, ref: string) => view.tasks.find((task) => task.referenceTaskName === ref)?.status

test('claims and transitions reach a viewer within 300 ms, and the picture is the database', async () => {
  const id = await client.start({ name: 'watched' })
  const viewer = await watch(id)
  const polled = await client.poll('one')
  expect(await viewer.until((view) => statusOf(view, 'one') === 'IN_PROGRESS')).toBeLessThan(300)
  await client.answer(polled)
  expect(await viewer.until((view) => statusOf(view, 'two') === 'SCHEDULED')).toBeLessThan(300)
  await client.work('two')
  expect(await viewer.until((view) => view.header.status === 'COMPLETED')).toBeLessThan(300)
  expect(viewer.kinds).not.toContain('snapshot')
  await viewer.matchesTheDatabase()
  viewer.leave()
})

test('a restart sends a fresh picture', async () => {
  const id = await client.start({ name: 'watched' })
  await client.work('one')
  await client.work('two')
  const viewer = await watch(id)
  await restartWorkflow(app, actor, { workflowId: id, useLatest: false })
  await viewer.until((view) => view.header.status === 'RUNNING')
  expect(viewer.kinds).toContain('snapshot')
  await viewer.matchesTheDatabase()
  viewer.leave()
})

test("another namespace's run does not exist", async () => {
  const id = await client.start({ name: 'watched' })
  const stranger = tenantOf(db, (await createTestActor(db)).namespaceId)
  await expect(getRun(stranger, id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(getRunChanges(stranger, id, { revision: 0, now: 0 })).rejects.toMatchObject({ code: 'NOT_FOUND' })
})
