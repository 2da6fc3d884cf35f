import type { Extension } from '@/server/executors/extensions/extension'
import type { Actor } from '@/server/model/actor'
import { asNamespaceId, type NamespaceId } from '@/server/model/ids'
import { type TaskDefInput, taskDefSchema } from '@/server/model/task-def'
import { workflowDefSchema } from '@/server/model/workflow-def'
import { type App, type AppParts, createApp } from '@/server/operations/app'
import type { Database } from '@/server/platform/database'
import { readEnv } from '@/server/platform/env'
import { createLogger, type Logger } from '@/server/platform/logger'
import { createPrisma } from '@/server/platform/prisma'
import { type Runner, startRunner } from '@/server/runner/start-runner'

/** One replica, loops included, on a test's database. */
export interface TestApp extends App {
  readonly runner: Runner
  stop(): Promise<void>
}

const TEST_VARIABLES = {
  NEXTAUTH_SECRET: 'test',
  PLAYGROUND_SECRETS_KEY: 'the key that only the tests are sealed with',
  PLAYGROUND_DATA: '/tmp',
  // On a busy machine a script's child may take seconds to start; what a test looks at then must still be there.
  PLAYGROUND_LIMIT_ANSWER_WAIT_MS: '20000',
}

export function startTestApp(
  db: Database,
  variables: Readonly<Record<string, string>> = {},
  logger: Logger = createLogger(variables.LOG_LEVEL ?? 'warn'),
): TestApp {
  return startApp(db, variables, { logger })
}

/** With what an operator added. */
export function startExtendedApp(
  db: Database,
  loaded: readonly Extension[],
  variables: Readonly<Record<string, string>>,
): TestApp {
  return startApp(db, variables, { loaded, logger: createLogger('warn') })
}

function startApp(
  db: Database,
  variables: Readonly<Record<string, string>>,
  more: Pick<AppParts, 'logger' | 'loaded'>,
): TestApp {
  const env = readEnv({ ...TEST_VARIABLES, ...variables })
  const prisma = createPrisma(db.url)
  const app = createApp({ env, db, prisma, ...more })
  const runner = startRunner(app)
  return {
    ...app,
    runner,
    async stop() {
      await runner.stop()
      await app.close()
      await prisma.$disconnect()
    },
  }
}

/** A namespace of its own with somebody who may do anything in it. */
export async function createTestActor(db: Database): Promise<Actor> {
  const name = `test-${Math.random().toString(36).slice(2)}`
  const { rows } = await db.pool.query<{ id: number }>('insert into namespaces (name) values ($1) returning id', [name])
  const namespaceId: NamespaceId = asNamespaceId(rows[0]?.id ?? 0)
  return { namespaceId, namespaceName: name, role: 'owner', via: 'operator', name: 'tester', id: 'tester' }
}

export async function define(db: Database, actor: Actor, given: object): Promise<void> {
  const definition = workflowDefSchema.parse(given)
  await db.pool.query(
    `insert into workflow_definitions (namespace_id, name, version, body, created_by, updated_by)
     values ($1, $2, $3, $4, '', '') on conflict (namespace_id, name, version) do update set body = excluded.body`,
    [actor.namespaceId, definition.name, definition.version, JSON.stringify(definition)],
  )
}

export async function defineTask(db: Database, actor: Actor, given: TaskDefInput): Promise<void> {
  await db.pool.query(
    `insert into task_definitions (namespace_id, name, body, created_by, updated_by) values ($1, $2, $3, '', '')
     on conflict (namespace_id, name) do update set body = excluded.body`,
    [actor.namespaceId, given.name, JSON.stringify(taskDefSchema.parse(given))],
  )
}
