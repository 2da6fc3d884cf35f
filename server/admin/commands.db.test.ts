import { afterAll, describe, expect, it } from 'vitest'
import { findToken } from '@/server/auth/find-credential'
import { createPrisma } from '@/server/platform/prisma'
import { createSealing } from '@/server/platform/sealing'
import { createTestDatabase } from '@/server/platform/testing/test-database'
import type { Result, Row } from './command'
import { formatResult } from './format-result'
import { parseArguments } from './parse-arguments'

const database = await createTestDatabase()
const db = createPrisma(database.url)
afterAll(async () => {
  await db.$disconnect()
  await database.drop()
})

const OLD = 'the key that everything was sealed with'
let sealing = createSealing([OLD])

function admin(...args: string[]): Promise<Result> {
  const { command, options } = parseArguments(args)
  return command.run({ db, sealing, options })
}

describe('npm run admin', () => {
  it('creates and lists people and namespaces', async () => {
    await admin('user', 'create', '--email', 'ada@example.org', '--password', 'correct horse', '--operator')
    expect(await admin('user', 'list')).toMatchObject([{ email: 'ada@example.org', operator: true, guest: false }])
    await admin('namespace', 'create', '--name=acme', '--owner', 'Ada@example.org')
    expect(await admin('namespace', 'list')).toMatchObject([{ name: 'acme', members: 1, definitions: 0 }])
    await expect(admin('namespace', 'create', '--name', 'acme')).rejects.toThrow('The namespace acme exists already.')
  })

  it.each(['token', 'key'])('creates, lists and revokes a %s', async (kind) => {
    const created = (await admin(kind, 'create', '--namespace', 'acme', '--name', 'image worker')) as Row
    expect(String(created.token ?? created.keySecret).length).toBeGreaterThan(20)
    expect(await admin(kind, 'list', '--namespace', 'acme')).toMatchObject([{ id: created.id, role: 'editor' }])
    await admin(kind, 'revoke', '--namespace', 'acme', '--id', String(created.id))
    expect(await admin(kind, 'list', '--namespace', 'acme')).toEqual([])
  })

  it('89: suspends a namespace, whose keys are refused until it is resumed', async () => {
    await admin('namespace', 'create', '--name', 'abused')
    const { token } = (await admin('token', 'create', '--namespace', 'abused', '--name', 'x')) as Row
    const isSuspended = async () => (await findToken(database.pool, String(token)))?.isSuspended
    expect(await isSuspended()).toBe(false)
    await admin('namespace', 'suspend', '--name', 'abused')
    expect(await isSuspended()).toBe(true)
    await admin('namespace', 'resume', '--name', 'abused')
    expect(await isSuspended()).toBe(false)
    const written = await db.auditEvent.findMany({ where: { subject: 'abused' }, orderBy: { id: 'asc' } })
    expect(written.map(({ action }) => action)).toEqual(['namespace.suspend', 'namespace.resume'])
    await expect(admin('namespace', 'suspend', '--name', 'nowhere')).rejects.toThrow('There is no namespace nowhere.')
  })

  it('says what is missing, unknown or wrong', async () => {
    expect(() => parseArguments([])).toThrow(/^Usage: npm run admin/)
    expect(() => parseArguments(['token', 'create', '--name', 'x'])).toThrow(/^--namespace is missing\./)
    expect(() => parseArguments(['user', 'list', '--all', 'x'])).toThrow(/^--all is unknown here\./)
    expect(() => parseArguments(['--help'])).toThrow(/^Usage/)
    expect(() => parseArguments(['constructor', ''])).toThrow(/^There is no command "constructor "/)
    await expect(admin('token', 'list', '--namespace', 'nowhere')).rejects.toThrow('There is no namespace nowhere.')
    await expect(admin('key', 'create', '--namespace', 'acme', '--name', 'x', '--role', 'god')).rejects.toThrow(
      /--role must/,
    )
  })

  it('seals anew what an older key sealed', async () => {
    const { id: namespaceId } = await db.namespace.create({ data: { name: 'sealed' } })
    const place = { namespaceId, what: 'secret KEY' }
    await db.secret.create({
      data: { namespaceId, name: 'KEY', sealed: sealing.seal(place, 'hunter2'), updatedBy: '' },
    })
    sealing = createSealing(['the key that takes over from the other', OLD])
    expect(await admin('secrets', 'reseal')).toMatchObject({ sealed: 1, resealed: 1 })
    expect(await admin('secrets', 'reseal')).toMatchObject({ sealed: 1, resealed: 0 })
    const { sealed } = await db.secret.findFirstOrThrow()
    expect(createSealing(['the key that takes over from the other']).open(place, sealed)).toBe('hunter2')
  })

  it('prints lists as tables', () => {
    expect(
      formatResult([
        { id: 1, name: 'long name' },
        { id: 22, name: null },
      ]),
    ).toBe('id  name\n1   long name\n22  –')
    expect(formatResult([])).toBe('None.')
  })
})
