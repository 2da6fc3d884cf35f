'use client'

import { useQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTRPC } from '@/components/api/trpc'
import { handOver } from '@/components/editor/hand-over'
import { printDefinition } from '@/components/editor/print-definition'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { WorkflowDef } from '@/server/model/workflow-def'

/** A new workflow that begins as a copy of a sample. */
export function SamplesDialog({ onClose }: { readonly onClose: () => void }) {
  const trpc = useTRPC()
  const router = useRouter()
  const { data: samples } = useQuery(trpc.definitions.samples.queryOptions())
  const begin = (sample: WorkflowDef) => {
    const text = printDefinition({ ...sample, name: `${sample.name}_copy`, version: 1 })
    router.push(handOver({ text, definition: JSON.parse(text) }))
    onClose()
  }
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title="New from a sample"
        description="A copy of your own: the sample stays as it is."
        className="max-w-xl"
      >
        {samples === undefined ? <Skeleton className="h-64" /> : null}
        <ul className="grid gap-1">
          {(samples ?? []).map((sample) => (
            <li key={sample.name}>
              <button
                type="button"
                onClick={() => begin(sample)}
                className="grid w-full gap-0.5 rounded-md px-2.5 py-2 text-left hover:bg-surface-2"
              >
                <span className="font-medium">{sample.name}</span>
                <span className="text-text-2">{sample.description}</span>
              </button>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  )
}
