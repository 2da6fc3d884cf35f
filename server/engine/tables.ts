/** Keyed tables that a draft can lay over without touching the ones below: what makes `decide` pure and cheap. */
export interface Table<K, V> {
  get(key: K): V | undefined
  set(key: K, value: V): unknown
  delete(key: K): unknown
  keys(): Iterable<K>
}

export interface Overlay<K, V> extends Table<K, V> {
  readonly base: Table<K, V>
  /** What was written here; `undefined` marks a key that was deleted. */
  readonly written: ReadonlyMap<K, V | undefined>
}

export function overlay<K, V>(base: Table<K, V>): Overlay<K, V> {
  const written = new Map<K, V | undefined>()
  return {
    base,
    written,
    get: (key) => (written.has(key) ? written.get(key) : base.get(key)),
    set: (key, value) => written.set(key, value),
    // A key that only ever lived here leaves no mark: a draft that makes and ends 10,000 rows stays linear.
    delete: (key) => (base.get(key) === undefined ? written.delete(key) : written.set(key, undefined)),
    *keys() {
      for (const key of base.keys()) if (!written.has(key)) yield key
      for (const [key, value] of written) if (value !== undefined) yield key
    },
  }
}
