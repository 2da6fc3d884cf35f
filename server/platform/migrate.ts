import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg, { type Client } from 'pg'
import { projectRoot } from './project-root'
import { StartupError } from './startup-error'

/**
 * Applies prisma/migrations as `prisma migrate deploy` would, under its lock and in its table, without its schema
 * engine (a download that closed networks refuse). Each migration commits together with its record.
 */
const PRISMA_LOCK = 72_707_369

export interface Migration {
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export function readMigrations(): readonly Migration[] {
  const folder = join(projectRoot(), 'prisma', 'migrations')
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names
    .map((entry) => entry.name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

export async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [PRISMA_LOCK])
    await client.query(MIGRATIONS_TABLE)
    const done = await appliedMigrations(client)
    for (const migration of readMigrations()) {
      const checksum = done.get(migration.name)
      if (checksum === undefined) await apply(client, migration)
      else if (checksum !== migration.checksum) throw changed(migration.name)
    }
  } finally {
    await client.end()
  }
}

async function appliedMigrations(client: Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'select migration_name, checksum from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  return new Map(rows.map((row) => [row.migration_name, row.checksum]))
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  await client.query(migration.sql)
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
     values ($1, $2, $3, now(), clock_timestamp(), 1)`,
    [randomUUID(), migration.checksum, migration.name],
  )
  await client.query('commit')
}

function changed(name: string): StartupError {
  return new StartupError(
    `The migration ${name} was changed after this database applied it; restore it or use another database.`,
  )
}

const MIGRATIONS_TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`
