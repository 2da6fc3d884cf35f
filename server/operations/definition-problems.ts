import type { Problem } from '@/server/engine/validate/problem'
import { AppError } from '@/server/model/errors'

/** Refuses a definition that has errors, all of them at once; warnings are for editors. */
export function requireNoErrors(problems: readonly Problem[]): void {
  const validationErrors = problems
    .filter((problem) => problem.severity === 'error')
    .map(({ path, message, invalidValue }) =>
      invalidValue === undefined ? { path, message } : { path, message, invalidValue },
    )
  if (validationErrors.length === 0) return
  throw new AppError('BAD_REQUEST', 'Validation failed, check below errors for detail.', { validationErrors })
}
