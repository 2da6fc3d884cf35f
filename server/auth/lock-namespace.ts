import type { NamespaceId } from '@/server/model/ids'
import type { PrismaTransaction } from '@/server/platform/prisma'

/** Changes of members and keys take turns, so that what they count is still true when they write. */
export async function lockNamespace(tx: PrismaTransaction, namespaceId: NamespaceId): Promise<void> {
  await tx.$queryRaw`select from namespaces where id = ${namespaceId} for update`
}
