import { expect, test } from 'vitest'
import { openTestApp } from './testing/open-test-app'
import { define } from './testing/test-app'

const { db, actor, client } = await openTestApp()

const inline = (ref: string, expression: string) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'INLINE',
  inputParameters: { evaluatorType: 'javascript', expression },
})
const noop = (ref: string) => ({ name: ref, taskReferenceName: ref, type: 'NOOP' })
const SLOW = '(() => { let n = 0; for (let i = 0; i < 3e6; i++) n += i; return n })()'

test('scripts of one execution answer in the order asked, however long each of them takes', async () => {
  const forkTasks = [
    [inline('slow', SLOW), noop('after_slow')],
    [inline('quick', '1'), noop('after_quick')],
    [inline('third', '2'), noop('after_third')],
  ]
  await define(db, actor, {
    name: 'turns',
    tasks: [
      { name: 'fork', taskReferenceName: 'fork', type: 'FORK_JOIN', forkTasks },
      { name: 'join', taskReferenceName: 'join', type: 'JOIN', joinOn: ['after_slow', 'after_quick', 'after_third'] },
    ],
  })
  const id = await client.start({ name: 'turns' })
  await expect.poll(async () => (await client.look(id)).status, { timeout: 20_000 }).toBe('COMPLETED')
  const { tasks } = await client.look(id)
  expect(tasks.map((row) => row.split('#')[0])).toEqual([
    'fork',
    'slow',
    'quick',
    'third',
    'join',
    'after_slow',
    'after_quick',
    'after_third',
  ])
})
