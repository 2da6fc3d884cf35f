import { type Database, openDatabase, requireReachable } from './database'
import { startEmbeddedDatabase } from './embedded-database'
import type { Env } from './env'
import { migrate } from './migrate'
import { createPrisma, type Prisma } from './prisma'
import type { Shutdown } from './shutdown'

export interface Storage {
  readonly db: Database
  readonly prisma: Prisma
}

/** The given database or the embedded one, reachable and migrated. */
export async function openStorage(env: Env, shutdown: Shutdown): Promise<Storage> {
  const url = env.databaseUrl ?? (await embedded(env, shutdown))
  const db = openDatabase(url)
  shutdown.register('database connections', () => db.close())
  await requireReachable(db)
  await migrate(url)
  const prisma = createPrisma(url)
  shutdown.register('prisma', () => prisma.$disconnect())
  return { db, prisma }
}

async function embedded(env: Env, shutdown: Shutdown): Promise<string> {
  const database = await startEmbeddedDatabase({ dataFolder: env.dataFolder, durable: true })
  shutdown.register('embedded database', () => database.stop())
  return database.url
}
