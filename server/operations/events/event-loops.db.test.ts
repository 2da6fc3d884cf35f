import { expect, test } from 'vitest'
import { eventHandlerSchema } from '@/server/model/event-handler'
import type { JsonObject } from '@/server/model/json'
import { openTestApp } from '@/server/operations/testing/open-test-app'
import { define, startTestApp } from '@/server/operations/testing/test-app'
import { clientOf } from '@/server/operations/testing/worker'
import { createEventHandlers } from './save-event-handlers'

const { db, app, actor, client } = await openTestApp({ PLAYGROUND_LIMIT_DESCENDANTS: '5' })

/** Looks until there is a record with this status. */
async function record(handler: string, status: string): Promise<JsonObject> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const { rows } = await db.pool.query<{ output: JsonObject }>(
      'select output from event_executions where namespace_id = $1 and handler = $2 and status = $3',
      [actor.namespaceId, handler, status],
    )
    if (rows[0]) return rows[0].output
    if (Date.now() > deadline) throw new Error(`There should be a record of ${handler} that is ${status}.`)
  }
}

test('a workflow that starts itself by its own event stops at the limit of what one start may lead to', async () => {
  await define(db, actor, {
    name: 'again',
    tasks: [{ name: 'e', taskReferenceName: 'e', type: 'EVENT', sink: 'conductor' }],
  })
  const handler = {
    name: 'round',
    event: 'conductor:again:e',
    active: true,
    actions: [{ action: 'start_workflow', start_workflow: { name: 'again' } }],
  }
  await createEventHandlers(app, actor, [eventHandlerSchema.parse(handler)])
  const root = await client.start({ name: 'again' })
  expect(await record('round', 'FAILED')).toEqual({
    exception: `The execution ${root} has led to 5 others, which is the limit (limit descendants).`,
  })
  const { rows } = await db.pool.query('select count(*)::int as n from executions where namespace_id = $1', [
    actor.namespaceId,
  ])
  expect(rows).toEqual([{ n: 6 }])
})

test('what a server that died had sent is handled by another one', async () => {
  const dying = startTestApp(db)
  await dying.runner.stop()
  const task = { name: 'e', taskReferenceName: 'e', type: 'EVENT', sink: 'conductor:last' }
  await define(db, actor, { name: 'last_word', tasks: [task] })
  await define(db, actor, { name: 'heir', tasks: [{ name: 'n', taskReferenceName: 'n', type: 'NOOP' }] })
  const actions = [{ action: 'start_workflow', start_workflow: { name: 'heir' } }]
  const handler = { name: 'heirs', event: 'conductor:last_word:last', active: true, actions }
  await createEventHandlers(dying, actor, [eventHandlerSchema.parse(handler)])
  await clientOf(dying, actor).start({ name: 'last_word' })
  await dying.stop()
  const { workflowId } = await record('heirs', 'COMPLETED')
  expect((await client.look(String(workflowId))).status).toBe('COMPLETED')
})
