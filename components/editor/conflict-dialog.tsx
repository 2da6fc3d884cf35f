'use client'

import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogFooter } from '@/components/ui/dialog'
import type { Saving } from './use-save'

/** Somebody saved this version since it was loaded: the person decides, nothing has been lost. */
export function ConflictDialog({ saving }: { readonly saving: Saving }) {
  const { conflict, settleConflict } = saving
  return (
    <Dialog open={conflict !== null} onOpenChange={(open) => !open && void settleConflict('cancel')}>
      <DialogContent title="Somebody else changed this version" description={conflict ?? ''}>
        <p className="text-text-2">Nothing has been written. Your changes are still here.</p>
        <DialogFooter>
          <Button onClick={() => void settleConflict('cancel')}>Keep editing</Button>
          <Button variant="danger" onClick={() => void settleConflict('mine')}>
            Overwrite theirs
          </Button>
          <Button variant="primary" onClick={() => void settleConflict('new-version')}>
            Save as new version
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
