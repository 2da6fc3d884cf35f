'use client'

import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { useSession } from '@/components/editor/session'
import type { Definition } from '@/components/graph/definition'
import { toast } from '@/components/ui/toast'
import type { DraftSaver } from './draft-saver'

/** Back to what is published; undo brings the draft back. One that was never published goes with its page. */
export function useDiscard(saver: DraftSaver): () => void {
  const { document } = useSession()
  const router = useRouter()
  return useCallback(() => {
    const { savedText } = document.getState()
    if (savedText !== null) {
      document.type({ text: savedText, problem: null, definition: JSON.parse(savedText) as Definition })
    }
    void saver.discard().then(() => {
      if (savedText === null) router.push('/workflows')
      else toast.success('The draft was discarded', { action: { label: 'Undo', onClick: document.undo } })
    })
  }, [document, saver, router])
}
