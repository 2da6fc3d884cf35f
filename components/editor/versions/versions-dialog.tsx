'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import type { LoadedVersion } from '@/components/editor/loaded-version'
import { readText } from '@/components/editor/read-text'
import { useReturnFocus } from '@/components/editor/return-focus'
import { useSession } from '@/components/editor/session'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { Comparison } from './comparison'
import { useCompared } from './use-compared'
import { VersionList } from './version-list'

const DRAFT = 'draft'

/** Every version with its author and time, what differs between any two, and the way back to an old one. */
export function VersionsDialog({ loaded }: { readonly loaded: LoadedVersion }) {
  const { ui, document, editable } = useSession()
  const trpc = useTRPC()
  const returnFocus = useReturnFocus()
  const { data: versions = [] } = useQuery(trpc.definitions.versions.queryOptions({ name: loaded.name }))
  const [from, setFrom] = useState<number | null>(loaded.version)
  const [to, setTo] = useState<number | null>(null)
  const before = useCompared(loaded.name, from)
  const after = useCompared(loaded.name, to)
  const close = () => ui.setState({ over: null })
  const restore = () => {
    if (!before) return
    document.type(readText(before.text))
    toast.success(`v${from} is in your draft now`, { action: { label: 'Undo', onClick: document.undo } })
    close()
  }
  const options = [
    { value: DRAFT, label: 'Your draft' },
    ...versions.map(({ version }) => ({ value: String(version), label: `v${version}` })),
  ]
  const select = (label: string, value: number | null, onPick: (version: number | null) => void) => (
    <Select
      label={label}
      className="w-36"
      value={value === null ? DRAFT : String(value)}
      onValueChange={(next) => onPick(next === DRAFT ? null : Number(next))}
      options={options}
    />
  )
  return (
    <Dialog open onOpenChange={(open) => !open && close()}>
      <DialogContent title={`Versions of ${loaded.name}`} className="max-w-6xl" onCloseAutoFocus={returnFocus}>
        <div className="grid gap-5 md:grid-cols-[240px_minmax(0,1fr)]">
          <VersionList versions={versions} loaded={loaded.version} shown={from} onShow={setFrom} />
          <div className="grid min-w-0 content-start gap-3">
            <div className="flex flex-wrap items-center gap-2">
              {select('Compare', from, setFrom)}
              <span className="text-text-2">with</span>
              {select('Compare with', to, setTo)}
              <span className="flex-1" />
              {editable && from !== null ? (
                <Button disabled={!before} onClick={restore}>
                  Restore v{from} into the draft
                </Button>
              ) : null}
            </div>
            {before && after ? <Comparison before={before} after={after} /> : <Skeleton className="h-96" />}
          </div>
        </div>
      </DialogContent>
    </Dialog>
  )
}
