'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Play } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { RunDialog } from '@/components/execution/run-dialog'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { BulkBar } from './bulk-bar'
import { Pager } from './pager'
import { RunsEmpty } from './runs-empty'
import { RunsFilters } from './runs-filters'
import { RunsSummary } from './runs-summary'
import { RunsTable } from './runs-table'
import { PAGE_SIZE, useRunFilter } from './use-run-filter'
import { useRunLook } from './use-run-look'

const REFRESH_MS = 2_000

/** All executions of the namespace: found by filters, acted on by selection. */
export function RunsPage() {
  const trpc = useTRPC()
  const { chips, setChips, filter, page, isFiltered } = useRunFilter()
  const look = useRunLook(chips, setChips)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const mayEdit = useMayEdit()
  const [isStarting, setStarting] = useState(false)
  const options = { placeholderData: keepPreviousData, refetchInterval: REFRESH_MS }
  const list = useQuery(trpc.executions.list.queryOptions({ filter, page }, options))
  const summary = useQuery(trpc.executions.summary.queryOptions(filter, options))
  const { data, error, refetch } = list
  const shown = { data, error, refetch, isPending: list.isPending || !(error || look.isKnown) }
  const isNew = data?.total === 0 && !isFiltered
  return (
    <div className="flex h-full min-h-0 flex-col overflow-auto bg-surface">
      <PageTop
        title="Executions"
        actions={
          mayEdit ? (
            <Button variant="primary" onClick={() => setStarting(true)}>
              <Play strokeWidth={1.5} aria-hidden /> Run a workflow
            </Button>
          ) : null
        }
      />
      <RunsFilters chips={chips} onChange={setChips} look={look} />
      {summary.data && !isNew ? <RunsSummary summary={summary.data} chips={chips} onChange={setChips} /> : null}
      <Loaded query={shown} skeleton="m-4 h-96">
        {({ rows, total }) =>
          look.isKnown ? (
            <>
              <RunsTable
                columns={look.columns}
                rows={rows}
                {...(mayEdit ? { selection: { selected, onChange: setSelected } } : {})}
                sort={{ column: chips.sort, descending: chips.order === 'desc' }}
                onSortChange={(sort) =>
                  setChips({
                    sort: sort.column === 'duration' ? 'duration' : 'created',
                    order: sort.descending ? 'desc' : 'asc',
                  })
                }
                empty={<RunsEmpty isFiltered={isFiltered} onClear={() => setChips(NO_FILTER)} />}
              />
              <Pager page={chips.page} pageSize={PAGE_SIZE} total={total} onPage={(next) => setChips({ page: next })} />
            </>
          ) : null
        }
      </Loaded>
      <RunDialog open={isStarting} onOpenChange={setStarting} />
      <BulkBar ids={[...selected]} onDone={() => setSelected(new Set())} />
    </div>
  )
}

const NO_FILTER = { q: '', status: [], workflow: [], since: null, from: null, to: null, id: '', correlation: '' }
