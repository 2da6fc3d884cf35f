'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/button'
import { Dialog, DialogClose, DialogContent, DialogFooter } from '@/components/ui/dialog'

export interface BulkResult {
  readonly done: number
  /** Id and reason. */
  readonly refused: readonly (readonly [string, string])[]
}

export function BulkResultDialog({
  result,
  onClose,
}: {
  readonly result: BulkResult | null
  readonly onClose: () => void
}) {
  return (
    <Dialog open={result !== null} onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={`${result?.refused.length ?? 0} refused, ${result?.done ?? 0} done`}
        description="A run can refuse, for example because it has already ended."
      >
        <ul className="grid max-h-80 gap-2 overflow-auto">
          {(result?.refused ?? []).map(([id, reason]) => (
            <li key={id} className="grid">
              <Link href={`/executions/${id}`} className="w-fit font-mono text-sm text-accent hover:underline">
                {id}
              </Link>
              <span className="text-text-2">{reason}</span>
            </li>
          ))}
        </ul>
        <DialogFooter>
          <DialogClose asChild>
            <Button>Close</Button>
          </DialogClose>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  )
}
