'use client'

import { useQuery } from '@tanstack/react-query'
import { Play, SearchX } from 'lucide-react'
import Link from 'next/link'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { runAgainUrl } from '@/components/execution/run-again-url'
import { shortId } from '@/components/execution/short-id'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { RunChoiceTable } from './run-choice-table'

const SHOWN = 50

export interface RunChoiceProps {
  readonly left: string
  readonly onChoose: (workflowId: string) => void
}

/** The other runs of the same workflow, newest first. */
export function RunChoice({ left, onChoose }: RunChoiceProps) {
  const trpc = useTRPC()
  const mayEdit = useMayEdit()
  const run = useQuery(trpc.executions.get.queryOptions({ workflowId: left }))
  const name = run.data?.header.workflowName ?? ''
  const asked = { filter: { names: [name] }, page: { size: SHOWN } }
  const list = useQuery(trpc.executions.list.queryOptions(asked, { enabled: run.data !== undefined }))
  return (
    <Loaded query={run.error ? { data: undefined, error: run.error, isPending: false, refetch: run.refetch } : list}>
      {({ rows }) => (
        <>
          <p className="px-4 pt-4 pb-2 text-text-2">
            Compare <strong className="font-medium text-text">{name}</strong>{' '}
            <span className="font-mono text-sm">{shortId(left)}</span> with another of its runs:
          </p>
          <RunChoiceTable
            label="Runs to compare with"
            rows={rows.filter((row) => row.workflowId !== left)}
            onChoose={onChoose}
            empty={
              <EmptyState
                icon={SearchX}
                title="It ran only once"
                description={`There is no other run of ${name} yet.`}
                action={
                  mayEdit && run.data ? (
                    <Button asChild variant="primary" size="md">
                      <Link href={runAgainUrl(run.data.header)}>
                        <Play strokeWidth={1.5} aria-hidden /> Run it again
                      </Link>
                    </Button>
                  ) : null
                }
              />
            }
          />
        </>
      )}
    </Loaded>
  )
}
