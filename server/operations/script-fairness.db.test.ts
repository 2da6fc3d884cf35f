import { expect, it } from 'vitest'
import { openTestApp } from './testing/open-test-app'
import { createTestActor, define } from './testing/test-app'
import { clientOf } from './testing/worker'

const { db, app } = await openTestApp({ PLAYGROUND_LIMIT_SCRIPT_WALL_MS: '200' })

const inline = (expression: string) => ({
  name: 'script',
  tasks: [
    {
      name: 's',
      taskReferenceName: 's',
      type: 'INLINE',
      inputParameters: { evaluatorType: 'javascript', expression },
    },
  ],
})
const BOMBS = 1_000
const OTHERS = 20

it('59: a thousand scripts without an end in one namespace are worked off behind those of another', async () => {
  const [bomber, other] = [await createTestActor(db), await createTestActor(db)]
  await define(db, bomber, inline('for(;;);'))
  await define(db, other, inline('1 + 1'))
  const [bombs, scripts] = [clientOf(app, bomber), clientOf(app, other)]
  await Promise.all(Array.from({ length: BOMBS }, () => bombs.start({ name: 'script' })))
  for (let n = 0; n < OTHERS; n++) {
    const id = await scripts.start({ name: 'script' })
    await scripts.reaches(id, 'COMPLETED')
  }
  const { rows } = await db.pool.query<{ open: number }>(
    `select count(*)::int as open from executions where namespace_id = $1 and status = 'RUNNING'`,
    [bomber.namespaceId],
  )
  // Behind them it would be none.
  expect(rows[0]?.open).toBeGreaterThan(BOMBS / 2)
})
