import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { App } from '@/server/operations/app'
import { SECRETS, saveValue } from './named-values'
import { secretPlace } from './vault'

/** The value is sealed before it goes anywhere. */
export async function saveSecret(
  app: App,
  actor: Actor,
  { name, value }: { readonly name: string; readonly value: string },
): Promise<void> {
  requireRole(actor, 'editor')
  requireValue(app, name, value)
  const stored = app.sealing.seal(secretPlace(actor.namespaceId, name), value)
  await saveValue(app, actor, { kind: SECRETS, name, stored })
}

/** Its words never hold the value. */
export function requireValue({ limits }: Pick<App, 'limits'>, name: string, value: string): void {
  if (value === '') throw new AppError('BAD_REQUEST', `The value of ${name} must not be empty.`)
  const bytes = Buffer.byteLength(value)
  if (bytes > limits.secretBytes) {
    throw new AppError(
      'PAYLOAD_TOO_LARGE',
      `The value of ${name} has ${bytes} bytes; the limit is ${limits.secretBytes} (secretBytes).`,
    )
  }
}
