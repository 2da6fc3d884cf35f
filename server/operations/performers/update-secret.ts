import { isJsonObject, type JsonObject } from '@/server/model/json'
import { saveSecret } from '@/server/operations/secrets/save-secret'
import { actorOf, tryable } from './caller'

/** Creates or overwrites a secret. Its value is never part of what the task shows. */
export const performUpdateSecret = tryable(async (app, call) => {
  const { secretKey, secretValue } = secretOf(call.input)
  const value = typeof secretValue === 'string' ? secretValue : JSON.stringify(secretValue ?? '')
  await saveSecret(app, actorOf(call), { name: String(secretKey), value })
  return { status: 'completed', output: {} }
})

function secretOf({ _secrets: secrets = null }: JsonObject): JsonObject {
  return isJsonObject(secrets) ? secrets : {}
}
