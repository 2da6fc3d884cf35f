import { asUserId, type UserId } from '@/server/model/ids'
import { newId } from '@/server/platform/ids'
import { isUniqueViolation, type Prisma } from '@/server/platform/prisma'

export interface OAuthProfile {
  readonly provider: string
  readonly providerAccountId: string
  readonly email: string | null
  readonly name: string | null
  readonly image: string | null
}

/**
 * The user this provider's account belongs to, made at the first sign-in. An account is found by the provider's own
 * id, never by e-mail: whoever holds the same address elsewhere is refused (null), so nobody takes over an account.
 */
export async function findOrCreateOAuthUser(db: Prisma, profile: OAuthProfile): Promise<UserId | null> {
  const { provider, providerAccountId } = profile
  const known = await db.account.findUnique({ where: { provider_providerAccountId: { provider, providerAccountId } } })
  if (known) return asUserId(known.userId)
  const id = newId()
  try {
    await db.user.create({
      data: {
        id,
        email: profile.email?.toLowerCase() ?? null,
        name: profile.name,
        image: profile.image,
        accounts: { create: { id: newId(), provider, providerAccountId } },
      },
    })
    return asUserId(id)
  } catch (error) {
    if (isUniqueViolation(error)) return null
    throw error
  }
}
