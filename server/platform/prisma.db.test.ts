import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createPrisma } from './prisma'
import { projectRoot } from './project-root'
import { type Column, readPrismaSchema } from './testing/read-prisma-schema'
import { createTestDatabase } from './testing/test-database'

const database = await createTestDatabase()
const prisma = createPrisma(database.url)
afterAll(async () => {
  await prisma.$disconnect()
  await database.drop()
})

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type, not a.attnotnull as nullable
  from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> '_prisma_migrations'
    and a.attnum > 0 and not a.attisdropped
  order by c.relname, a.attnum`

describe('schema.prisma', () => {
  it('says what the migrations make: tables, columns, types, nullability', async () => {
    const { rows } = await database.pool.query<Column & { table: string }>(COLUMNS)
    const actual: Record<string, Column[]> = {}
    for (const { table, ...column } of rows) actual[table] = [...(actual[table] ?? []), column]
    expect(actual).toEqual(readPrismaSchema(readFileSync(join(projectRoot(), 'prisma', 'schema.prisma'), 'utf8')))
  })

  it('serves reads and writes', async () => {
    const user = await prisma.user.create({ data: { id: 'u1', email: 'ada@example.org' } })
    const namespace = await prisma.namespace.create({
      data: { name: 'ada', memberships: { create: { userId: user.id, role: 'owner' } } },
      include: { memberships: true },
    })
    expect(namespace.memberships).toMatchObject([{ userId: 'u1', role: 'owner' }])
    await prisma.user.delete({ where: { id: user.id } })
    expect(await prisma.membership.count()).toBe(0)
  })
})
