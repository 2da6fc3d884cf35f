/** What a failed transaction means for the requests in it. */
const LOST_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  // PostgreSQL: shutting down, crashed, starting up, no connection left.
  '57P01',
  '57P02',
  '57P03',
  '53300',
])
const CONNECTION_MESSAGES =
  /connection terminated|connection error|client was closed|connection timeout|timeout expired/i

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

function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
