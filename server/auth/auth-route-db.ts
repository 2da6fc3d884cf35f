import { createPrisma, type Prisma } from '@/server/platform/prisma'

const shared = globalThis as { __authRouteDb?: Prisma }

/** Next's side of the process has a small pool of its own; globalThis keeps it one through hot reloads. */
export function authRouteDb(): Prisma {
  shared.__authRouteDb ??= createPrisma(requireEnv('DATABASE_URL'), 3)
  return shared.__authRouteDb
}

/** The server sets its variables, defaults included, before it loads Next. */
export function requireEnv(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`The environment variable ${name} is missing in the auth route.`)
  return value
}
