import { AppError } from '@/server/model/errors'
import type { NamespaceId } from '@/server/model/ids'
import type { Prisma } from '@/server/platform/prisma'
import type { Session } from './read-session'

const NEWEST = 200

export interface NewFeedback {
  readonly page: string
  readonly message: string
  readonly namespaceId: NamespaceId | null
}

export async function sendFeedback(db: Prisma, session: Session, feedback: NewFeedback): Promise<void> {
  await db.feedback.create({ data: { ...feedback, userId: session.user.id } })
}

export interface FeedbackLine {
  readonly id: string
  readonly page: string
  readonly message: string
  readonly from: string
  readonly at: string
}

/** For the operator of the installation only. */
export async function listFeedback(db: Prisma, session: Session): Promise<FeedbackLine[]> {
  if (!session.user.isOperator)
    throw new AppError('FORBIDDEN', 'Feedback is read by the operator of this installation.')
  const rows = await db.feedback.findMany({ orderBy: { id: 'desc' }, take: NEWEST })
  const users = await db.user.findMany({ where: { id: { in: rows.flatMap((row) => row.userId ?? []) } } })
  const names = new Map(users.map((user) => [user.id, user.email ?? user.name ?? 'someone']))
  return rows.map((row) => ({
    id: String(row.id),
    page: row.page,
    message: row.message,
    from: (row.userId && names.get(row.userId)) || 'someone who has left',
    at: row.createdAt.toISOString(),
  }))
}
