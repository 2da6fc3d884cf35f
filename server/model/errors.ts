/**
 * Refused requests. A domain outcome (a failed task) is a value in the decision, never one of these.
 * `message` is for people: what was expected, what was found, for which id.
 */
export const ERROR_CODES = [
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'EXPIRED_TOKEN',
  'FORBIDDEN',
  'QUOTA_EXCEEDED',
  'NOT_FOUND',
  'METHOD_NOT_ALLOWED',
  'CONFLICT',
  'PAYLOAD_TOO_LARGE',
  'TOO_MANY_REQUESTS',
  'INTERNAL',
  'UNAVAILABLE',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** One complete table from code to HTTP status; tRPC derives its own codes from it. */
export const HTTP_STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_REQUEST: 400,
  UNAUTHENTICATED: 401,
  EXPIRED_TOKEN: 401,
  FORBIDDEN: 403,
  QUOTA_EXCEEDED: 402,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  TOO_MANY_REQUESTS: 429,
  INTERNAL: 500,
  UNAVAILABLE: 503,
}

/** One problem of a definition or request; `path` in Conductor's form, e.g. `registerTaskDef.arg0[0].name`. */
export interface ValidationError {
  readonly path: string
  readonly message: string
  readonly invalidValue?: string
}

export interface AppErrorDetails {
  readonly validationErrors?: readonly ValidationError[]
  /** Whole seconds after which a repeat may succeed; becomes Retry-After. */
  readonly retryAfterSeconds?: number
  /** The methods that would be possible; becomes Allow. */
  readonly allow?: string
  readonly cause?: unknown
}

export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: AppErrorDetails

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}
