import { AppError } from '@/server/model/errors'

export function isNamespaceName(text: string): boolean {
  return /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/.test(text) && text.length >= 3 && text.length <= 40
}

export function requireNamespaceName(text: string): void {
  if (isNamespaceName(text)) return
  throw new AppError(
    'BAD_REQUEST',
    `A namespace's name has 3 to 40 small letters, digits and single hyphens and begins with a letter; found "${text.slice(0, 60)}".`,
  )
}
