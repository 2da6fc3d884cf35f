/** Work begins at once; what comes of it is told in the order in which it was asked for, each owner's apart. */
export type InOrder<Owner> = <T>(owner: Owner, work: () => Promise<T>) => Promise<T>

export function createInOrder<Owner>(): InOrder<Owner> {
  const last = new Map<Owner, Promise<unknown>>()

  return async (owner, work) => {
    const result = work()
    const told = Promise.allSettled([last.get(owner), result])
    last.set(owner, told)
    await told
    if (last.get(owner) === told) last.delete(owner)
    return result
  }
}
