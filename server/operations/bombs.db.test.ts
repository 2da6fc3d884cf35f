import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createTestActor, define, startTestApp, type TestApp } from './testing/test-app'
import { clientOf } from './testing/worker'

/** Whatever a definition asks for ends at a limit that its reason names, and takes nobody else along. */
let db: TestDatabase

beforeAll(async () => {
  db = await createTestDatabase()
})
afterAll(() => db.drop())

const child = (ref: string, name: string, optional = false) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'SUB_WORKFLOW',
  optional,
  subWorkflowParam: { name, version: 1 },
})
const BRANCHES = ['a', 'b', 'c', 'd']
const FOUR_OF_MYSELF = [
  {
    name: 'f',
    taskReferenceName: 'f',
    type: 'FORK_JOIN',
    forkTasks: BRANCHES.map((ref) => [child(ref, 'fork', true)]),
  },
  { name: 'j', taskReferenceName: 'j', type: 'JOIN', joinOn: BRANCHES },
]
const start = (ref: string) => ({
  name: ref,
  taskReferenceName: ref,
  type: 'START_WORKFLOW',
  optional: true,
  inputParameters: { startWorkflow: { name: 'starts', input: {} } },
})
const loop = (ref: string, loopCondition: string, loopOver: readonly object[]) => [
  { name: ref, taskReferenceName: ref, type: 'DO_WHILE', loopCondition, loopOver },
]
const assign = { name: 'v', taskReferenceName: 'v', type: 'SET_VARIABLE' }
const fails = {
  name: 'end',
  taskReferenceName: 'end',
  type: 'TERMINATE',
  inputParameters: { terminationStatus: 'FAILED', terminationReason: 'on purpose' },
}
const wide = [
  {
    name: 'd',
    taskReferenceName: 'd',
    type: 'FORK_JOIN_DYNAMIC',
    inputParameters: { forkTaskName: 'work', forkTaskInputs: '${workflow.input.items}' },
  },
  { name: 'j', taskReferenceName: 'j', type: 'JOIN' },
]

const PROFILES = {
  local: {
    PLAYGROUND_LIMIT_SUB_WORKFLOW_DEPTH: '5',
    PLAYGROUND_LIMIT_DESCENDANTS: '40',
    PLAYGROUND_LIMIT_LOOP_TURNS: '30',
    PLAYGROUND_LIMIT_FORK_WIDTH: '100',
    PLAYGROUND_LIMIT_TASKS_PER_EXECUTION: '500',
  },
  public: {
    PLAYGROUND_PUBLIC: '1',
    PLAYGROUND_LIMIT_SUB_WORKFLOW_DEPTH: '5',
    PLAYGROUND_LIMIT_DESCENDANTS: '40',
    PLAYGROUND_LIMIT_LOOP_TURNS: '30',
    PLAYGROUND_LIMIT_FORK_WIDTH: '100',
    PLAYGROUND_LIMIT_TASKS_PER_EXECUTION: '500',
  },
} as const

describe.each(Object.entries(PROFILES))('%s', (_, variables) => {
  let app: TestApp
  let actor: Actor

  beforeAll(async () => {
    app = startTestApp(db, variables)
    actor = await createTestActor(db)
    await define(db, actor, { name: 'self', tasks: [child('again', 'self')] })
    await define(db, actor, { name: 'fork', tasks: FOUR_OF_MYSELF })
    await define(db, actor, { name: 'starts', tasks: BRANCHES.map(start) })
    await define(db, actor, { name: 'loop', tasks: loop('l', 'true', [assign]) })
    const inner = loop('b', '$.b.iteration < 25', loop('c', '$.c.iteration < 25', [assign]))
    await define(db, actor, { name: 'loops', tasks: loop('a', '$.a.iteration < 25', inner) })
    await define(db, actor, { name: 'wide', tasks: wide })
    await define(db, actor, { name: 'phoenix', failureWorkflow: 'phoenix', tasks: [fails] })
  })
  afterAll(() => app.stop())

  const ends = async (name: string, input = {}) => {
    const client = clientOf(app, actor)
    return client.reaches(await client.start({ name, input }), 'FAILED')
  }
  const count = async (name: string) => {
    const { rows } = await db.pool.query<{ all: number; open: number }>(
      `select count(*)::int as all, (count(*) filter (where status = 'RUNNING'))::int as open
       from executions where namespace_id = $1 and name = $2`,
      [actor.namespaceId, name],
    )
    return rows[0]
  }
  /** Rows that are written when everything a start led to has come to its end. */
  const settles = async (name: string) => {
    const deadline = Date.now() + 20_000
    for (;;) {
      const found = await count(name)
      if (found?.open === 0) return found.all
      if (Date.now() > deadline) throw new Error(`Still open: ${JSON.stringify(found)}`)
      await new Promise<void>((resolve) => {
        const stop = app.store.onChange(done)
        const timer = setTimeout(done, 200)
        function done() {
          clearTimeout(timer)
          stop()
          resolve()
        }
      })
    }
  }

  it('a workflow that calls itself stops at its depth', async () => {
    expect((await ends('self')).reason).toContain('subWorkflowDepth')
    expect(await settles('self')).toBe(6)
  })

  // The second leaves its children behind and waits for none of them.
  it.each(['fork', 'starts'])(
    'a %s of itself, whatever it ignores, stops at what one start may lead to',
    async (name) => {
      const client = clientOf(app, actor)
      await client.start({ name })
      const all = await settles(name)
      // A batch may begin what it has in hand; without the limit it would be 1,365.
      expect(all).toBeGreaterThanOrEqual(41)
      expect(all).toBeLessThan(150)
      const { rows } = await db.pool.query(
        `select distinct t.reason from tasks t join executions e on e.id = t.execution_id
       where e.namespace_id = $1 and e.name = $2 and t.reason like '%descendants%'`,
        [actor.namespaceId, name],
      )
      expect(rows).not.toHaveLength(0)
    },
  )

  it('a loop without an end stops at its turns', async () => {
    expect((await ends('loop')).reason).toContain('loopTurns')
  })

  it('loops in loops stop at the tasks of one execution', async () => {
    expect((await ends('loops')).reason).toContain('tasksPerExecution')
  })

  it('a fork that is too wide begins none of its branches', async () => {
    const seen = await ends('wide', { items: Array.from({ length: 101 }, () => ({})) })
    expect(seen.reason).toContain('forkWidth')
    expect(seen.tasks).toEqual([])
  })

  it('a failure workflow that fails again and again stops at the same depth', async () => {
    await ends('phoenix')
    expect(await settles('phoenix')).toBe(6)
  })
})
