import { recordAudit } from '@/server/auth/audit'
import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { App } from '@/server/operations/app'

/** Connections that are in use end with what they are doing. */
export async function deleteIntegration(app: App, actor: Actor, name: string): Promise<void> {
  requireRole(actor, 'editor')
  await app.prisma.$transaction(async (tx) => {
    const { count } = await tx.integration.deleteMany({ where: { namespaceId: actor.namespaceId, name } })
    if (count === 0) throw new AppError('NOT_FOUND', `There is no integration named ${name}.`)
    await recordAudit(tx, actor, { action: 'integration.delete', subject: name })
  })
}
