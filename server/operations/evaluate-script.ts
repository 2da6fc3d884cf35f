import type { EvaluateEffect } from '@/server/engine/decision'
import type { ScriptReply } from '@/server/executors/script-pool'
import type { NamespaceId } from '@/server/model/ids'
import { isJsonObject } from '@/server/model/json'
import type { App } from './app'
import { hideValues } from './secrets/hide-values'
import { revealInput } from './secrets/reveal-input'

type Script = Pick<EvaluateEffect, 'language' | 'evaluator' | 'expression' | 'input'>

/** In the sandbox, unless the host brought an evaluator of its own. */
export function evaluateScript(
  { scripts, extensions }: Pick<App, 'scripts' | 'extensions'>,
  namespaceId: NamespaceId,
  { language, evaluator, expression, input }: Script,
): Promise<ScriptReply> {
  if (evaluator !== undefined) return extensions.evaluate(evaluator, { expression, input })
  return scripts.evaluate({ namespaceId: String(namespaceId), language, expression, input })
}

/** What an execution asks for: with the values of secrets, which neither a message nor a line of the log repeats. */
export async function evaluateEffect(app: App, namespaceId: NamespaceId, effect: EvaluateEffect): Promise<ScriptReply> {
  const { input, values } = isJsonObject(effect.input)
    ? await revealInput(app, namespaceId, { input: effect.input, names: effect.secretNames })
    : { input: effect.input, values: [] }
  const { logs, ...outcome } = await evaluateScript(app, namespaceId, { ...effect, input })
  const told = outcome.ok ? outcome : { ...outcome, message: hideValues(outcome.message, values) }
  return logs === undefined ? told : { ...told, logs: hideValues(logs, values) }
}
