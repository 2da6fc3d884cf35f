import { afterAll } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createTestActor, startTestApp, type TestApp } from './test-app'
import { clientOf, type TestClient } from './worker'

/** One replica on a database of this file's own, and somebody who owns an empty namespace in it. */
export interface Bench {
  readonly db: TestDatabase
  readonly app: TestApp
  readonly actor: Actor
  readonly client: TestClient
}

/** For the top of a test file; ends behind its last test. */
export async function openTestApp(variables: Readonly<Record<string, string>> = {}): Promise<Bench> {
  const db = await createTestDatabase()
  const app = startTestApp(db, variables)
  afterAll(async () => {
    await app.stop()
    await db.drop()
  })
  const actor = await createTestActor(db)
  return { db, app, actor, client: clientOf(app, actor) }
}
