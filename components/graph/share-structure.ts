/**
 * The new value made of as much of the old one as is the same. What was read from text anew is all new objects:
 * with each key typed every node would be drawn again, and undo, problems and forms would believe that all changed.
 */
export function shareStructure<T>(before: unknown, after: T): T {
  if (Object.is(before, after)) return after
  if (Array.isArray(after)) return Array.isArray(before) ? (sharedList(before, after) as T) : after
  if (!isObject(after) || !isObject(before)) return after
  const keys = Object.keys(after)
  const old = Object.keys(before)
  const shared = keys.map((key) => [key, shareStructure(ownValue(before, key), after[key])] as const)
  // The order of keys is part of the text.
  const isSame =
    keys.length === old.length && shared.every(([key, value], i) => key === old[i] && value === before[key])
  return (isSame ? before : Object.fromEntries(shared)) as T
}

/** From both ends, so that an item put in or taken out leaves the others what they were. */
function sharedList(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const shift = after.length - before.length
  const shared = after.map((item, i) => {
    const inPlace = shareStructure(before[i], item)
    return shift === 0 || inPlace === before[i] ? inPlace : shareStructure(before[i - shift], item)
  })
  return shift === 0 && shared.every((item, i) => item === before[i]) ? before : shared
}

function ownValue(object: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
