'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogFooter } from '@/components/ui/dialog'
import { formatInstant } from '@/components/ui/format-time'
import type { LoadedVersion } from './loaded-version'
import type { Saving } from './use-save'
import { Comparison } from './versions/comparison'
import { useCompared } from './versions/use-compared'

export interface ConflictDialogProps {
  readonly saving: Saving
  readonly loaded: LoadedVersion
}

/** Somebody published over this version since it was loaded: the person sees what and decides, nothing has been lost. */
export function ConflictDialog({ saving, loaded }: ConflictDialogProps) {
  const { conflict, settleConflict } = saving
  const trpc = useTRPC()
  const { name, version } = loaded
  const { data: versions = [] } = useQuery({
    ...trpc.definitions.versions.queryOptions({ name }),
    staleTime: 0,
  })
  const changed = versions.find((one) => one.version === version)
  const theirs = useCompared(name, version)
  const mine = useCompared(name, null)
  return (
    <Dialog open onOpenChange={(open) => !open && void settleConflict('cancel')}>
      <DialogContent title="Somebody else changed this version" description={conflict ?? ''} className="max-w-5xl">
        <p className="pb-3 text-text-2">
          {changed ? `${changed.updatedBy} published over v${version} on ${formatInstant(changed.updateTime)}. ` : ''}
          Nothing has been written. Your changes are still here.
        </p>
        {changed && theirs && mine ? (
          <Comparison before={{ ...theirs, name: `v${version} as it is now` }} after={mine} />
        ) : null}
        <DialogFooter>
          <Button onClick={() => void settleConflict('cancel')}>Keep editing</Button>
          <Button variant="danger" onClick={() => void settleConflict('mine')}>
            Overwrite theirs
          </Button>
          <Button variant="primary" onClick={() => void settleConflict('new-version')}>
            Publish as new version
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
