import { AppError } from '@/server/model/errors'
import { asUserId, type UserId } from '@/server/model/ids'
import { newId } from '@/server/platform/ids'
import { isUniqueViolation, type Prisma } from '@/server/platform/prisma'
import { normalEmail } from './email'
import { hashPassword } from './password'

export interface NewAccount {
  readonly email: string
  readonly password: string
  readonly name?: string | undefined
}

export async function signUp(db: Prisma, account: NewAccount): Promise<UserId> {
  const id = newId()
  const email = normalEmail(account.email)
  const passwordHash = await hashPassword(account.password)
  try {
    await db.user.create({ data: { id, email, passwordHash, name: account.name?.trim() || null } })
  } catch (error) {
    throw isUniqueViolation(error) ? emailTaken() : error
  }
  return asUserId(id)
}

/** A guest keeps the account, its namespaces and its keys under an e-mail of their own. */
export async function keepGuest(db: Prisma, userId: UserId, account: NewAccount): Promise<void> {
  const email = normalEmail(account.email)
  const passwordHash = await hashPassword(account.password)
  try {
    const { count } = await db.user.updateMany({
      where: { id: userId, isGuest: true },
      data: {
        email,
        passwordHash,
        isGuest: false,
        expiresAt: null,
        ...(account.name?.trim() ? { name: account.name.trim() } : {}),
      },
    })
    if (count === 0) throw new AppError('CONFLICT', 'This account has an e-mail already.')
  } catch (error) {
    throw isUniqueViolation(error) ? emailTaken() : error
  }
}

function emailTaken(): AppError {
  return new AppError('CONFLICT', 'There is an account with this e-mail already. Sign in to it instead.')
}
