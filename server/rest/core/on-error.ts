import { AppError, HTTP_STATUS } from '@/server/model/errors'
import { QuickResponse } from '@/server/platform/quick-response'

interface ErrorLogger {
  error(facts: object, message: string): void
}

/** Conductor's ErrorResponse. Refusals speak for themselves; a bug is logged once, here, and answers without details. */
export function errorResponse(error: unknown, logger: ErrorLogger, facts: object): Response {
  if (error instanceof AppError) return refusal(error)
  if (hasLeft(error)) return refusal(new AppError('BAD_REQUEST', 'The request broke off.'))
  logger.error({ err: error, ...facts }, 'request failed')
  return refusal(new AppError('INTERNAL', 'The server made a mistake; it is in its log.'))
}

/** A client that hangs up in the middle of its body is no mistake of ours, and may not fill the log. */
function hasLeft(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET' && error.message === 'aborted'
}

function refusal(error: AppError): Response {
  const status = HTTP_STATUS[error.code]
  const { validationErrors, retryAfterSeconds, allow } = error.details
  const body = {
    status,
    message: error.message,
    instance: 'conductor-playground',
    retryable: error.code === 'UNAVAILABLE',
    ...(validationErrors && { validationErrors }),
    ...authenticationFields(error),
  }
  const headers = new Headers({ 'content-type': 'application/json' })
  if (retryAfterSeconds !== undefined) headers.set('retry-after', String(retryAfterSeconds))
  if (allow !== undefined) headers.set('allow', allow)
  return new QuickResponse(JSON.stringify(body), { status, headers })
}

/** SDKs refresh their token and repeat the call when they read one of these two codes, and only then. */
function authenticationFields({ code }: AppError): object {
  if (code === 'UNAUTHENTICATED') return { error: 'INVALID_TOKEN', timestamp: Date.now() }
  if (code === 'EXPIRED_TOKEN') return { error: 'EXPIRED_TOKEN', timestamp: Date.now() }
  return {}
}
