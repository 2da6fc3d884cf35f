import type { JsonObject } from '@/server/model/json'
import type { Batch } from './batch'
import { idOf, placeOf } from './cached-result'
import { readTaskCache, trimTaskCache, writeTaskCache } from './sql/task-cache'
import { transition } from './transition'

/** What this batch found in the task cache, so that the turns of a loop ask once. */
export type Recalled = Map<string, JsonObject>

/** Rows that wait for the task cache: a hit ends the row, a miss lets its work begin. Nothing is asked without them. */
export async function answerRecalls(batch: Batch, recalled: Recalled): Promise<void> {
  const asked = batch.recalls.splice(0).map(({ entry, effect }) => {
    const place = placeOf(entry.namespaceId, effect)
    return { entry, effect, place, id: idOf(place) }
  })
  const unknown = asked.filter(({ id }) => !batch.ledger.remembered.has(id) && !recalled.has(id))
  const places = unknown.map(({ place }) => place)
  const found = places.length === 0 ? [] : await readTaskCache(batch.client, places, batch.ledger.now)
  for (const [i, output] of found.entries()) {
    const id = unknown[i]?.id
    if (output !== null && id !== undefined) recalled.set(id, output)
  }
  for (const { entry, effect, id } of asked) {
    const output = batch.ledger.remembered.get(id)?.output ?? recalled.get(id) ?? null
    transition(batch, entry, { type: 'recalled', taskId: effect.taskId, output })
  }
}

/** Results kept by this batch, and room made for them. */
export function writeResults({ client, ledger, parts }: Batch): Promise<unknown>[] {
  const results = [...ledger.remembered.values()]
  if (results.length === 0) return []
  return [writeTaskCache(client, results, ledger.now), trimTaskCache(client, results, parts.limits.cachedResults)]
}
