import { AppError } from '@/server/model/errors'

const MAX_LENGTH = 254

/** E-mail addresses are kept and compared in lower case. */
export function normalEmail(text: string): string {
  const email = text.trim().toLowerCase()
  if (email.length <= MAX_LENGTH && /^[^\s@<>"']+@[^\s@<>"']+\.[^\s@<>"']+$/.test(email)) return email
  throw new AppError('BAD_REQUEST', 'This is not an e-mail address.')
}
