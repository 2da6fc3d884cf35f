import { hash, verify } from '@node-rs/argon2'
import { AppError } from '@/server/model/errors'

/** OWASP's argon2id figures: 19 MiB, two passes. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const MIN_LENGTH = 8
const MAX_LENGTH = 200
let decoy: Promise<string> | undefined

export async function hashPassword(password: string): Promise<string> {
  if (password.length < MIN_LENGTH || password.length > MAX_LENGTH) {
    throw new AppError(
      'BAD_REQUEST',
      `A password has ${MIN_LENGTH} to ${MAX_LENGTH} characters; this one has ${password.length}.`,
    )
  }
  return hash(password, ARGON2)
}

/** Costs the same whether there is such a user or not, so that its time tells nothing. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no such user', ARGON2)
  const instead = await decoy
  const matches = await verify(stored ?? instead, password.slice(0, MAX_LENGTH))
  return matches && stored !== null
}
