'use client'

import { TRPCClientError } from '@trpc/client'
import { useEffect, useMemo } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPCClient } from '@/components/api/trpc'
import { useSession } from '@/components/editor/session'
import { newId } from '@/components/ui/new-id'
import { createDraftSaver, DraftRefused, type DraftSaver } from './draft-saver'
import type { LocalCopies } from './local-copies'

/** Keeps what is being edited on the server while the editor is open. */
export function useDraftSaver(copies: LocalCopies, isUnsent: boolean): DraftSaver {
  const client = useTRPCClient()
  const { document, draft, editable } = useSession()
  const saver = useMemo(
    () =>
      createDraftSaver({
        document,
        draft,
        copies,
        send: (one) => client.drafts.save.mutate(one).catch(throwRefusal),
        settle: (id, published) => client.drafts.settle.mutate({ id, published }),
        newId: newId,
      }),
    [client, document, draft, copies],
  )
  useEffect(() => {
    if (!editable) return
    const stop = saver.start()
    const unfollow = draft.subscribe(({ status }, before) => {
      if (status === 'pending' && before.status === 'none') void saver.flush()
    })
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('pagehide', saver.keepHere, { signal })
    window.addEventListener('online', () => void saver.flush(), { signal })
    if (isUnsent) void saver.flush()
    return () => {
      listening.abort()
      unfollow()
      stop()
    }
  }, [saver, draft, editable, isUnsent])
  return saver
}

/** The server's own "no" is final; a lost connection is not. */
function throwRefusal(error: unknown): never {
  if (error instanceof TRPCClientError && error.data) throw new DraftRefused(errorText(error))
  throw error
}
