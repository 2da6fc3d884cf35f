'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Ban, GitCompare, Pause, Play, RefreshCw, RotateCcw, Trash2, X } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { RemoveDialog } from '@/components/execution/remove-dialog'
import { TerminateDialog } from '@/components/execution/terminate-dialog'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'
import { type BulkResult, BulkResultDialog } from './bulk-result-dialog'

export interface BulkBarProps {
  readonly ids: readonly string[]
  readonly onDone: () => void
}

const ACTIONS = [
  { action: 'retry', label: 'Retry', icon: RotateCcw },
  { action: 'restart', label: 'Restart', icon: RefreshCw },
  { action: 'pause', label: 'Pause', icon: Pause },
  { action: 'resume', label: 'Resume', icon: Play },
] as const

/** So many runs can be put beside each other. */
const COMPARED = 2

/** Comes up from the bottom with a selection. */
export function BulkBar({ ids, onDone }: BulkBarProps) {
  const [asking, setAsking] = useState<'terminate' | 'remove' | null>(null)
  const { act, isPending, result, clear } = useBulk(onDone)
  return (
    <>
      {ids.length > 0 ? (
        <div
          role="toolbar"
          aria-label="Selected runs"
          className="fixed bottom-5 left-1/2 z-30 flex max-w-[calc(100vw-24px)] -translate-x-1/2 animate-enter items-center gap-1 overflow-x-auto rounded-lg border bg-surface px-3 py-1.5 shadow-float"
        >
          <span className="tabular whitespace-nowrap border-r pr-3">
            <strong className="font-medium">{ids.length}</strong> selected
          </span>
          {ACTIONS.map(({ action, label, icon: Icon }) => (
            <Button key={action} variant="ghost" disabled={isPending} onClick={() => act(action, ids, null)}>
              <Icon strokeWidth={1.5} aria-hidden /> {label}
            </Button>
          ))}
          <Button variant="ghost" disabled={isPending} onClick={() => setAsking('terminate')}>
            <Ban strokeWidth={1.5} aria-hidden /> Terminate
          </Button>
          {ids.length === COMPARED ? (
            <Button asChild variant="ghost">
              <Link href={`/compare?left=${ids[0]}&right=${ids[1]}`}>
                <GitCompare strokeWidth={1.5} aria-hidden /> Compare
              </Link>
            </Button>
          ) : null}
          <Button variant="ghost" disabled={isPending} onClick={() => setAsking('remove')}>
            <Trash2 strokeWidth={1.5} aria-hidden /> Delete
          </Button>
          <IconButton label="Clear the selection" icon={X} onClick={onDone} />
        </div>
      ) : null}
      <TerminateDialog
        open={asking === 'terminate'}
        onOpenChange={(open) => setAsking(open ? 'terminate' : null)}
        count={ids.length}
        onTerminate={(reason) => act('terminate', ids, reason)}
      />
      <RemoveDialog
        open={asking === 'remove'}
        onOpenChange={(open) => setAsking(open ? 'remove' : null)}
        subject={ids.length === 1 ? 'this run' : `${ids.length} runs`}
        onRemove={() => act('remove', ids, null)}
      />
      <BulkResultDialog result={result} onClose={clear} />
    </>
  )
}

type BulkAction = (typeof ACTIONS)[number]['action'] | 'terminate' | 'remove'

/** One request for all; those that were refused are listed, the others are said in a toast. */
function useBulk(onDone: () => void) {
  const trpc = useTRPC()
  const client = useQueryClient()
  const [result, setResult] = useState<BulkResult | null>(null)
  const mutation = useMutation(
    trpc.executions.bulk.mutationOptions({
      onSuccess: (outcome) => {
        void client.invalidateQueries({ queryKey: trpc.executions.pathKey() })
        const refused = Object.entries(outcome.bulkErrorResults)
        const done = outcome.bulkSuccessfulResults.length
        if (refused.length === 0) toast.success(done === 1 ? 'Done' : `Done for ${done} runs`)
        else setResult({ done, refused })
        onDone()
      },
    }),
  )
  return {
    isPending: mutation.isPending,
    result,
    clear: () => setResult(null),
    act: (action: BulkAction, ids: readonly string[], reason: string | null) =>
      mutation.mutate({ action, workflowIds: [...ids], reason }),
  }
}
