import { putSecrets } from '@/server/engine/expressions/secrets'
import type { NamespaceId } from '@/server/model/ids'
import type { JsonObject } from '@/server/model/json'
import type { App } from '@/server/operations/app'

export interface Revealed {
  readonly input: JsonObject
  /** The values that are in it now. */
  readonly values: readonly string[]
}

/** The input as whoever does the work gets it; nothing is looked up where it names no secret. */
export async function revealInput(
  app: Pick<App, 'vault'>,
  namespaceId: NamespaceId,
  given: { readonly input: JsonObject; readonly names: readonly string[] | null },
): Promise<Revealed> {
  const { input, names } = given
  if (names === null) return { input, values: [] }
  const values = await app.vault.reveal(namespaceId, names)
  const revealed = putSecrets(input, new Set(names), (name) => values.get(name))
  return { input: revealed, values: [...values.values()] }
}
