import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from '@/server/platform/embedded-database'
import { migrate, readMigrations } from '@/server/platform/migrate'
import { projectRoot } from '@/server/platform/project-root'

declare module 'vitest' {
  interface ProvidedContext {
    testDatabase: { readonly url: string; readonly template: string }
  }
}

/** One PostgreSQL for all test processes, with one migrated database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startEmbeddedDatabase({ dataFolder: join(projectRoot(), '.data', 'test'), durable: false })
  const hash = createHash('sha256').update(
    readMigrations()
      .map((each) => each.checksum)
      .join(),
  )
  const template = `template_${hash.digest('hex').slice(0, 16)}`
  await makeTemplate(postgres.url, template)
  project.provide('testDatabase', { url: postgres.url, template })
  return () => postgres.stop()
}

async function makeTemplate(url: string, template: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select from pg_database where datname = $1 and datistemplate', [template])
    if (rowCount !== 0) return
    await client.query(`drop database if exists ${template} with (force)`)
    await client.query(`create database ${template}`)
    await migrate(databaseUrl(url, template))
    await client.query(`alter database ${template} with is_template true allow_connections false`)
  } finally {
    await client.end()
  }
}

function databaseUrl(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
