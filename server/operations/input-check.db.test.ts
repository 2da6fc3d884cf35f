import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import { createTestActor, define, startTestApp } from './testing/test-app'
import { clientOf } from './testing/worker'

const database = await createTestDatabase()
const dying = startTestApp(database)
afterAll(() => database.drop())

test('a child whose server died before its input was checked is checked, and begun, by another one', async () => {
  const actor = await createTestActor(database)
  const task = { name: 'inner', taskReferenceName: 'inner', type: 'SIMPLE' }
  const inputSchema = { name: 'own', data: { type: 'object', required: ['a'] } }
  await define(database, actor, { name: 'child', version: 1, tasks: [task], inputSchema })
  const sub = (inputParameters: object) => ({
    name: 's',
    taskReferenceName: 's',
    type: 'SUB_WORKFLOW',
    inputParameters,
    subWorkflowParam: { name: 'child', version: 1 },
  })
  await define(database, actor, { name: 'good', version: 1, tasks: [sub({ a: 1 })] })
  await define(database, actor, { name: 'bad', version: 1, tasks: [sub({ b: 1 })] })

  await dying.runner.stop()
  const ids = await Promise.all(['good', 'bad'].map((name) => clientOf(dying, actor).start({ name })))
  const left = await database.pool.query("select revision from executions where name = 'child'")
  expect(left.rows).toEqual([{ revision: 0 }, { revision: 0 }])
  await dying.stop()
  await database.pool.query("update executions set wake_at = 1 where name = 'child'")

  const other = startTestApp(database)
  const client = clientOf(other, actor)
  await client.work('inner')
  await client.reaches(ids[0] ?? '', 'COMPLETED')
  expect((await client.reaches(ids[1] ?? '', 'FAILED')).reason).toContain('The input of the workflow child is refused.')
  await other.stop()
})
