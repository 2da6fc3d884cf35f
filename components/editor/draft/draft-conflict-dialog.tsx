'use client'

import { readText } from '@/components/editor/read-text'
import { useDraft, useSession } from '@/components/editor/session'
import { TextDiff } from '@/components/editor/versions/text-diff'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { formatInstant } from '@/components/ui/format-time'
import type { DraftSaver } from './draft-saver'

/** The same person changed the draft in another tab or on another machine: they choose, both texts are there. */
export function DraftConflictDialog({ saver }: { readonly saver: DraftSaver }) {
  const { document } = useSession()
  const theirs = useDraft((state) => state.theirs)
  if (theirs === null) return null
  const { text } = document.getState()
  return (
    <Dialog open>
      <DialogContent
        title="This draft was changed elsewhere"
        description={`Another tab or window of yours stored it at ${formatInstant(theirs.updatedAt)}. Nothing has been overwritten.`}
        className="max-w-4xl"
      >
        <TextDiff before={theirs.text} after={text} label="Differences: theirs left, here right" />
        <DialogFooter>
          <Button
            onClick={() => {
              document.type(readText(theirs.text))
              saver.takeTheirs()
            }}
          >
            Take the other
          </Button>
          <Button variant="primary" onClick={() => void saver.keepMine()}>
            Keep what is here
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
