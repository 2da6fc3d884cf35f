import type { EvaluateEffect } from '@/server/engine/decision'
import type { ScriptOutcome } from '@/server/engine/event'
import type { NamespaceId } from '@/server/model/ids'
import type { App } from './app'

type Script = Pick<EvaluateEffect, 'language' | 'evaluator' | 'expression' | 'input'>

/** In the sandbox, unless the host brought an evaluator of its own. */
export function evaluateScript(
  { scripts, extensions }: Pick<App, 'scripts' | 'extensions'>,
  namespaceId: NamespaceId,
  { language, evaluator, expression, input }: Script,
): Promise<ScriptOutcome> {
  if (evaluator !== undefined) return extensions.evaluate(evaluator, { expression, input })
  return scripts.evaluate({ namespaceId: String(namespaceId), language, expression, input })
}
