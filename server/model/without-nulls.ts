import type { JsonObject } from './json'

/** Top-level fields that hold nothing are left out; everything inside them stays as it is. */
export function withoutNulls(source: object): JsonObject {
  return Object.fromEntries(Object.entries(source).filter(([, value]) => value !== null && value !== undefined))
}
