import { afterAll } from 'vitest'
import type { Actor } from '@/server/model/actor'
import { createTestDatabase, type TestDatabase } from '@/server/platform/testing/test-database'
import { createTestActor, startTestApp, type TestApp } from './test-app'
import { clientOf, type TestClient } from './worker'

/** Two replicas on a database of this file's own, and a client of each for one owner of an empty namespace in it. */
export interface Replicas {
  readonly db: TestDatabase
  readonly apps: readonly [TestApp, TestApp]
  readonly actor: Actor
  /** Of the first replica. */
  readonly one: TestClient
  readonly two: TestClient
}

/** For the top of a test file; ends behind its last test. */
export async function openTestReplicas(variables: Readonly<Record<string, string>> = {}): Promise<Replicas> {
  const db = await createTestDatabase()
  const apps = [startTestApp(db, variables), startTestApp(db, variables)] as const
  afterAll(async () => {
    await Promise.all(apps.map((app) => app.stop()))
    await db.drop()
  })
  const actor = await createTestActor(db)
  return { db, apps, actor, one: clientOf(apps[0], actor), two: clientOf(apps[1], actor) }
}
