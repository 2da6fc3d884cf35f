import type { NamespaceId } from '@/server/model/ids'
import type { Database } from '@/server/platform/database'
import { createLink } from './link'

/**
 * Tells every replica that settings of a namespace changed (secrets, variables), so that they may be kept in memory.
 * What is remembered counts only while this process hears the news.
 */
export interface SettingsNews {
  /** False while the connection is away: then nothing may be remembered. */
  readonly isHeard: boolean
  /** Null: news may have been missed. */
  onNews(listener: (namespaceId: NamespaceId | null) => void): void
  /** A change made here: known here before anybody is answered. */
  changedHere(namespaceId: NamespaceId): void
  stop(): Promise<void>
}

const CHANNEL = 'settings_changed'

/** Run in the transaction of the change, or behind it. `$1`: the namespace, as text. */
export const TELL_SETTINGS_CHANGED = `select pg_notify('${CHANNEL}', $1)`

const OPEN_AGAIN_MS = 1_000

export function createSettingsNews(db: Pick<Database, 'connectEngine'>): SettingsNews {
  const listeners = new Set<(namespaceId: NamespaceId | null) => void>()
  let isHeard = false
  let stopped = false
  let again: NodeJS.Timeout | null = null

  const tell = (namespaceId: NamespaceId | null): void => {
    for (const listener of listeners) listener(namespaceId)
  }

  const link = createLink(db, (client) => {
    const lost = (): void => {
      isHeard = false
      tell(null)
      if (!stopped) again ??= setTimeout(open, OPEN_AGAIN_MS).unref()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', ({ payload }) => tell(payload === undefined ? null : (Number(payload) as NamespaceId)))
    client.query(`listen ${CHANNEL}`).then(
      () => {
        tell(null)
        isHeard = !stopped
      },
      () => undefined,
    )
  })

  function open(): void {
    again = null
    link.client().catch(() => {
      if (!stopped) again ??= setTimeout(open, OPEN_AGAIN_MS).unref()
    })
  }

  open()
  return {
    get isHeard() {
      return isHeard
    },
    onNews: (listener) => void listeners.add(listener),
    changedHere: tell,
    async stop() {
      stopped = true
      isHeard = false
      if (again !== null) clearTimeout(again)
      await link.close()
    },
  }
}
