import type { Command, CommandContext } from '@/server/admin/command'

/**
 * After PLAYGROUND_SECRETS_KEY was set to `new,old`: everything that the old key sealed is sealed with the new one, and
 * the old one can be taken away. Servers may run meanwhile; what somebody writes at the same time is left as written.
 */
export const resealSecrets: Command = {
  usage: '',
  required: [],
  async run({ db, sealing }) {
    const secrets = await db.secret.findMany()
    const integrations = await db.integration.findMany({ where: { sealed: { not: null } } })
    let resealed = 0
    for (const { namespaceId, name, sealed } of secrets) {
      const fresh = reseal(sealing, { namespaceId, what: `secret ${name}` }, sealed)
      if (fresh === null) continue
      resealed += (await db.secret.updateMany({ where: { namespaceId, name, sealed }, data: { sealed: fresh } })).count
    }
    for (const { namespaceId, name, sealed } of integrations) {
      const fresh = reseal(sealing, { namespaceId, what: `integration ${name}` }, sealed ?? '')
      if (fresh === null) continue
      const changed = { where: { namespaceId, name, sealed }, data: { sealed: fresh } }
      resealed += (await db.integration.updateMany(changed)).count
    }
    return { key: sealing.keyId, sealed: secrets.length + integrations.length, resealed }
  },
}

type Sealing = CommandContext['sealing']

/** Null: it is sealed with the current key already. */
function reseal(sealing: Sealing, place: Parameters<Sealing['seal']>[0], sealed: string): string | null {
  return sealing.keyIdOf(sealed) === sealing.keyId ? null : sealing.seal(place, sealing.open(place, sealed))
}
