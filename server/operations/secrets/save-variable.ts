import { type Actor, requireRole } from '@/server/model/actor'
import type { App } from '@/server/operations/app'
import { saveValue, VARIABLES } from './named-values'
import { requireValue } from './save-secret'

export async function saveVariable(
  app: App,
  actor: Actor,
  { name, value }: { readonly name: string; readonly value: string },
): Promise<void> {
  requireRole(actor, 'editor')
  requireValue(app, name, value)
  await saveValue(app, actor, { kind: VARIABLES, name, stored: value })
}
