import { isJavaScript, isTruthy } from '@/server/engine/operators/evaluators'
import { AppError } from '@/server/model/errors'
import type { EventHandler } from '@/server/model/event-handler'
import type { NamespaceId } from '@/server/model/ids'
import type { Json, JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'
import { evaluateScript } from '@/server/operations/evaluate-script'

/** Whether a handler's condition lets the message through; `payload` has its inline JSON expanded. */
export async function admits(
  app: App,
  { condition, evaluatorType }: EventHandler,
  { namespaceId, payload }: { readonly namespaceId: NamespaceId; readonly payload: JsonObject },
): Promise<boolean> {
  const expression = condition?.trim() ?? ''
  if (expression === '') return true
  if (evaluatorType === 'value-param') return isTruthy(valueAt(payload, expression))
  const isOfHost = app.extensions.evaluators.has(evaluatorType ?? '')
  if (evaluatorType && !isJavaScript(evaluatorType) && !isOfHost)
    throw new AppError('BAD_REQUEST', `No evaluator registered for type: ${evaluatorType}`)
  const script = { language: 'javascript', expression, input: payload } as const
  const outcome = await evaluateScript(app, namespaceId, {
    ...script,
    ...(evaluatorType && isOfHost && { evaluator: evaluatorType }),
  })
  if (!outcome.ok) throw new AppError('BAD_REQUEST', outcome.message)
  return isTruthy(outcome.value)
}

function valueAt(payload: JsonObject, name: string): Json {
  return Object.hasOwn(payload, name) ? (payload[name] ?? null) : null
}
