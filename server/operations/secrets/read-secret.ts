import { type Actor, requireRole } from '@/server/model/actor'
import { AppError } from '@/server/model/errors'
import type { App } from '@/server/operations/app'

/** For those who could use it in a workflow of theirs anyway; the pages never ask for it. */
export async function readSecret(app: App, actor: Actor, name: string): Promise<string> {
  requireRole(actor, 'editor')
  const value = (await app.vault.reveal(actor.namespaceId, [name])).get(name)
  if (value === undefined) throw new AppError('NOT_FOUND', `No such secret: ${name}`)
  return value
}
