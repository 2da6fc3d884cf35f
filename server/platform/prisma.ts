import { PrismaPg } from '@prisma/adapter-pg'
import { type Prisma as Generated, PrismaClient } from '@/generated/prisma/client'
import { ABANDONED_MS } from './database'

/** For people, credentials and settings. It connects with its first query, so making one costs nothing. */
export function createPrisma(url: string, connections = 5): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({
      connectionString: url,
      max: connections,
      connectionTimeoutMillis: 5_000,
      idle_in_transaction_session_timeout: ABANDONED_MS,
    }),
  })
}

export type Prisma = PrismaClient

/** Inside `prisma.$transaction(async (tx) => …)`. */
export type PrismaTransaction = Generated.TransactionClient

/** Whether a row would have broken a unique constraint. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2002'
}
