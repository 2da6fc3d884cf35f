import type { Actor } from '@/server/model/actor'
import type { PrismaTransaction } from '@/server/platform/prisma'

export interface AuditEntry {
  /** What was done, e.g. `credential.revoke`. */
  readonly action: string
  /** To what, e.g. an id or an e-mail. */
  readonly subject: string
}

/** Written in the transaction of the change itself, and never changed afterwards. */
export async function recordAudit(tx: PrismaTransaction, actor: Actor, entry: AuditEntry): Promise<void> {
  await tx.auditEvent.create({
    data: { namespaceId: actor.namespaceId, actor: actor.name, action: entry.action, subject: entry.subject },
  })
}
