import { AppError } from '@/server/model/errors'
import { ROUTES } from '@/server/rest/routes'

/** The error for a call that no route answers: 405 when the path is served for other methods, else 404. */
export function unservedError(method: string, path: string): AppError {
  const methods = ROUTES.filter((route) => matches(`/api${route.path}`, path)).map((route) => route.method)
  if (methods.length === 0)
    return new AppError('NOT_FOUND', `${method} ${path} is not part of this server's API, or not yet.`)
  const allow = [...new Set(methods)].join(', ')
  return new AppError('METHOD_NOT_ALLOWED', `Request method '${method}' is not supported`, { allow })
}

function matches(pattern: string, path: string): boolean {
  const expected = pattern.split('/')
  const found = path.replace(/\/$/, '').split('/')
  return (
    expected.length === found.length && expected.every((step, index) => step.startsWith(':') || step === found[index])
  )
}
