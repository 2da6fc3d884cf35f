/** A copy of a draft in this browser, for the seconds until the server has it, and for when it cannot be reached. */
export interface LocalCopy {
  readonly id: string
  /** The draft's revision when this was typed. */
  readonly revision: number
  readonly baseUpdatedAt: number | null
  readonly text: string
  readonly at: number
}

export interface LocalCopies {
  /** False: the browser keeps nothing, for lack of room or by its settings. */
  readonly write: (subject: string, copy: LocalCopy) => boolean
  readonly drop: (subject: string) => void
  /** Of any tab, the newest. */
  readonly newest: (subject: string) => LocalCopy | null
  /** Of all tabs. */
  readonly dropAll: (subject: string) => void
}

export type CopyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

export interface CopyOwner {
  /** The namespace and the person: a browser may be shared. */
  readonly owner: string
  /** Two tabs never write each other's copy. */
  readonly tab: string
}

export function createLocalCopies(storage: CopyStorage, { owner, tab }: CopyOwner): LocalCopies {
  const prefix = (subject: string) => `draft ${owner} ${subject} `
  const keysOf = (subject: string) => {
    const keys = Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
    return keys.filter((key) => key.startsWith(prefix(subject)) && !key.slice(prefix(subject).length).includes(' '))
  }
  return {
    write(subject, copy) {
      try {
        storage.setItem(prefix(subject) + tab, JSON.stringify(copy))
        return true
      } catch {
        return false
      }
    },
    drop: (subject) => storage.removeItem(prefix(subject) + tab),
    newest(subject) {
      const copies = keysOf(subject).flatMap((key) => readCopy(storage.getItem(key)))
      return copies.sort((a, b) => b.at - a.at)[0] ?? null
    },
    dropAll(subject) {
      for (const key of keysOf(subject)) storage.removeItem(key)
    },
  }
}

function readCopy(text: string | null): LocalCopy[] {
  try {
    const copy = JSON.parse(text ?? '') as LocalCopy
    return typeof copy.text === 'string' && typeof copy.at === 'number' ? [copy] : []
  } catch {
    return []
  }
}
