'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useMemo } from 'react'
import { DataTable } from '@/components/ui/data-table'
import type { TableSelection, TableSort } from '@/components/ui/data-table-model'
import type { RunColumn } from '@/server/model/run-list'
import type { RunRow } from '@/server/model/run-view'
import { runColumns } from './run-columns'

export interface RunsTableProps {
  /** Which ones it has besides the workflow. */
  readonly columns: readonly RunColumn[]
  readonly rows: readonly RunRow[]
  readonly selection?: TableSelection
  readonly sort?: TableSort
  readonly onSortChange?: (sort: TableSort) => void
  readonly empty?: ReactNode
}

export function RunsTable({ columns, rows, ...table }: RunsTableProps) {
  const router = useRouter()
  const shown = useMemo(() => runColumns(columns), [columns])
  return (
    <DataTable
      label="Executions"
      columns={shown}
      rows={rows}
      rowId={(run) => run.workflowId}
      onOpen={(run) => router.push(`/executions/${run.workflowId}`)}
      {...table}
    />
  )
}
