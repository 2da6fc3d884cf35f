import { expect, test } from 'vitest'
import { saveSecret } from './secrets/save-secret'
import { openTestApp } from './testing/open-test-app'
import { define } from './testing/test-app'

const { db, app, actor, client } = await openTestApp()

async function logsOf(ref: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ log: string }>(
    `select l.log from task_logs l join tasks t on t.id = l.task_id
     where t.namespace_id = $1 and t.ref = $2 order by l.created_time, l.id`,
    [actor.namespaceId, ref],
  )
  return rows.map(({ log }) => log)
}

test('what a script says on its console is in the log of its task, without the values of secrets', async () => {
  await saveSecret(app, actor, { name: 'KEY', value: 'hush-hush' })
  const inputParameters = {
    evaluatorType: 'graaljs',
    expression: 'console.log("got", $.n); console.error("key " + $.key); $.n + 1',
    n: 1,
    key: '${workflow.secrets.KEY}',
  }
  const inline = { name: 'i', taskReferenceName: 'i', type: 'INLINE', inputParameters }
  const choose = {
    name: 's',
    taskReferenceName: 's',
    type: 'SWITCH',
    evaluatorType: 'javascript',
    expression: 'console.info("choosing"); "none"',
    decisionCases: { a: [inline] },
  }
  const again = {
    name: 'l',
    taskReferenceName: 'l',
    type: 'DO_WHILE',
    loopCondition: 'console.log("turn " + $.l.iteration); $.l.iteration < 2',
    loopOver: [{ name: 'n', taskReferenceName: 'n', type: 'NOOP' }],
  }
  await define(db, actor, { name: 'talks', tasks: [inline, { ...choose, decisionCases: { a: [] } }, again] })
  const id = await client.start({ name: 'talks' })
  await client.reaches(id, 'COMPLETED')
  expect(await logsOf('i')).toEqual(['got 1', 'key ***'])
  expect(await logsOf('s')).toEqual(['choosing'])
  expect(await logsOf('l')).toEqual(['turn 1', 'turn 2'])
})

test('a script that throws has said what it said before', async () => {
  const inputParameters = { evaluatorType: 'javascript', expression: 'console.log("here"); none.x' }
  await define(db, actor, {
    name: 'stumbles',
    tasks: [{ name: 'x', taskReferenceName: 'x', type: 'INLINE', inputParameters }],
  })
  await client.reaches(await client.start({ name: 'stumbles' }), 'FAILED')
  expect(await logsOf('x')).toEqual(['here'])
})
