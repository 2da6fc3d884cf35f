import { type Actor, requireRole } from '@/server/model/actor'
import type { Prisma } from '@/server/platform/prisma'

const NEWEST = 200

export interface AuditLine {
  readonly id: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly at: string
}

export async function listAuditLog(db: Prisma, actor: Actor): Promise<AuditLine[]> {
  requireRole(actor, 'owner')
  const rows = await db.auditEvent.findMany({
    where: { namespaceId: actor.namespaceId },
    orderBy: { id: 'desc' },
    take: NEWEST,
  })
  return rows.map((row) => ({
    id: String(row.id),
    actor: row.actor,
    action: row.action,
    subject: row.subject,
    at: row.at.toISOString(),
  }))
}
