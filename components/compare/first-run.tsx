'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { NothingRan } from '@/components/catalog/runs-empty'
import { RunChoiceTable } from './run-choice-table'

const SHOWN = 50

/** Where a comparison begins: the newest runs of all workflows. */
export function FirstRun({ onChoose }: { readonly onChoose: (workflowId: string) => void }) {
  const trpc = useTRPC()
  const list = useQuery(trpc.executions.list.queryOptions({ filter: {}, page: { size: SHOWN } }))
  return (
    <Loaded query={list}>
      {({ rows }) => (
        <>
          {rows.length > 0 ? (
            <p className="px-4 pt-4 pb-2 text-text-2">
              <strong className="font-medium text-text">Choose a run.</strong> The next page asks for another run of the
              same workflow and says where the two first differ.
            </p>
          ) : null}
          <RunChoiceTable label="The newest runs" rows={rows} onChoose={onChoose} empty={<NothingRan />} />
        </>
      )}
    </Loaded>
  )
}
