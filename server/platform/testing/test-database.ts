import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '@/server/platform/database'

export interface TestDatabase extends Database {
  /** Closes its connections and removes it: for `afterAll`. */
  drop(): Promise<void>
}

/** A database of this test file's own, cloned from the migrated template. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { url, template } = inject('testDatabase')
  const name = `test_${randomBytes(8).toString('hex')}`
  await administer(url, `create database ${name} template ${template}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  const database = openDatabase(own.href)
  return {
    ...database,
    drop: async () => {
      await database.close()
      await administer(url, `drop database if exists ${name} with (force)`)
    },
  }
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}
