import { AppError } from '@/server/model/errors'
import { reasonOf } from './startup-error'

/** What a failed statement or transaction means for the requests in it. */
const LOST_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL: shutting down, crashed, starting up, no connection left; we stood still in a transaction.
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '25P03',
  // Prisma: not reached, not in time, closed, no connection left.
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
])
const CONNECTION_MESSAGES =
  /connection terminated|connection error|client was closed|connection timeout|timeout expired|timeout exceeded when trying to connect/i

export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error)
  if (code !== null) return LOST_CONNECTION.has(code) || code.startsWith('08')
  if (error instanceof AggregateError) return error.errors.some(isUnreachable)
  return error instanceof Error && CONNECTION_MESSAGES.test(error.message)
}

/**
 * Deadlocks, serialization failures and lock timeouts pass when repeated. So does a row that another replica wrote first:
 * two of them were asked for the same start, and the second attempt finds it.
 */
export function isRepeatable(error: unknown): boolean {
  return ['40001', '40P01', '55P03', '23505'].includes(codeOf(error) ?? '')
}

export function unreachable(cause?: unknown): AppError {
  return new AppError('UNAVAILABLE', 'The database does not answer; try again.', { retryAfterSeconds: 1, cause })
}

export function cannotStore(cause: unknown): AppError {
  const message = `The database cannot store anything at present (${reasonOf(cause)}); what is there can be read.`
  return new AppError('UNAVAILABLE', message, { retryAfterSeconds: 10, cause })
}

/** For the borders: what a caller is told of an error that is nobody's mistake here. */
export function asRefusal(error: unknown): unknown {
  if (isUnreachable(error)) return unreachable(error)
  return isFull(error) ? cannotStore(error) : error
}

/** Nothing can be written until the operator makes room: disk full, out of memory. What is there can still be read. */
export function isFull(error: unknown): boolean {
  return ['53100', '53200'].includes(codeOf(error) ?? '')
}

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
