/** Something the operator must change before the server can start; printed as one line, never as a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}

export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
