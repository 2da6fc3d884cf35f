import { AppError } from '@/server/model/errors'

export function wholeNumber(name: string, value: string): number {
  const number = Number(value)
  if (value.trim() !== '' && Number.isInteger(number) && Math.abs(number) < 2 ** 31) return number
  throw new AppError('BAD_REQUEST', `Path value ${name}: expected a whole number, found "${value}".`)
}

export function oneOf<T extends string>(name: string, allowed: readonly T[], value: string): T {
  const found = allowed.find((each) => each === value)
  if (found !== undefined) return found
  throw new AppError('BAD_REQUEST', `Path value ${name}: expected one of ${allowed.join(', ')}, found "${value}".`)
}
