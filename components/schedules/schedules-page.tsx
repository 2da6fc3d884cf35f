'use client'

import { useQuery } from '@tanstack/react-query'
import { CalendarClock, Plus } from 'lucide-react'
import { useState } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { CurlLine } from '@/components/catalog/curl-line'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import type { Schedule } from '@/server/model/schedule'
import { scheduleColumns } from './schedule-columns'
import { ScheduleDialog } from './schedule-dialog'
import { ScheduleHistory } from './schedule-history'
import { ScheduleMenu } from './schedule-menu'

const REFRESH_MS = 10_000

/** Workflows that start by the clock. */
export function SchedulesPage() {
  const trpc = useTRPC()
  const list = useQuery({ ...trpc.schedules.list.queryOptions(), refetchInterval: REFRESH_MS })
  const mayEdit = useMayEdit()
  const [edited, setEdited] = useState<Schedule | 'new' | null>(null)
  const [history, setHistory] = useState<string | null>(null)
  const create = mayEdit ? (
    <Button variant="primary" onClick={() => setEdited('new')}>
      <Plus strokeWidth={1.5} aria-hidden /> New schedule
    </Button>
  ) : null
  const menu = (schedule: Schedule) => (
    <ScheduleMenu
      schedule={schedule}
      mayEdit={mayEdit}
      onEdit={() => setEdited(schedule)}
      onHistory={() => setHistory(schedule.name)}
    />
  )
  return (
    <div className="flex min-h-full flex-col bg-surface">
      <PageTop title="Schedules" actions={list.data?.length ? create : null} />
      <Loaded query={list}>
        {(rows) => (
          <DataTable
            label="Schedules"
            columns={[
              ...scheduleColumns(list.dataUpdatedAt),
              { id: 'actions', header: 'Actions', isHeaderHidden: true, align: 'right', cell: menu },
            ]}
            rows={rows}
            rowId={(one) => one.name}
            onOpen={(one) => (mayEdit ? setEdited(one) : setHistory(one.name))}
            empty={<NoSchedules action={create} />}
          />
        )}
      </Loaded>
      {edited ? <ScheduleDialog schedule={edited === 'new' ? null : edited} onClose={() => setEdited(null)} /> : null}
      {history ? <ScheduleHistory name={history} onClose={() => setHistory(null)} /> : null}
    </div>
  )
}

const EXAMPLE =
  '{"name":"hourly","cronExpression":"0 0 * * * *","zoneId":"UTC","startWorkflowRequest":{"name":"PopulationMinMax"}}'

function NoSchedules({ action }: { readonly action: React.ReactNode }) {
  return (
    <EmptyState
      icon={CalendarClock}
      title="No schedules yet"
      description="A schedule starts a workflow by the clock: every hour, on weekdays at nine, on the last day of the month."
      action={action}
    >
      <CurlLine method="POST" path="/api/scheduler/schedules" body={EXAMPLE} />
    </EmptyState>
  )
}
