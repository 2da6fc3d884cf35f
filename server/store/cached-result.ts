import { createHash } from 'node:crypto'
import type { RecallEffect, RememberEffect } from '@/server/engine/decision'
import type { Entry } from './cache'
import type { Ledger } from './ledger'
import type { CachePlace } from './sql/task-cache'

/** A result to be kept, with what this batch writes. */
export function noteResult(ledger: Ledger, { namespaceId }: Entry, effect: RememberEffect): void {
  const place = placeOf(namespaceId, effect)
  ledger.remembered.set(idOf(place), { ...place, output: effect.output, seconds: effect.seconds })
}

export function placeOf(
  namespaceId: Entry['namespaceId'],
  { taskName, key }: RecallEffect | RememberEffect,
): CachePlace {
  return { namespaceId, taskName, keyHash: createHash('sha256').update(key).digest('base64url') }
}

export const idOf = ({ namespaceId, taskName, keyHash }: CachePlace): string => `${namespaceId}:${keyHash}:${taskName}`
