'use client'

import { type LucideIcon, Pencil, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { EmptyState } from '@/components/ui/empty-state'
import { formatAgo } from '@/components/ui/format-time'
import { IconButton } from '@/components/ui/icon-button'

export interface ValueRow {
  readonly name: string
  readonly updatedAt: number
  readonly updatedBy: string
}

export interface ValueTableProps<Row extends ValueRow> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly now: number
  readonly icon: LucideIcon
  readonly empty: { readonly title: string; readonly description: string; readonly action: ReactNode }
  readonly shown: (row: Row) => ReactNode
  /** Null: somebody who only looks. */
  readonly change: { readonly onEdit: (row: Row) => void; readonly onDelete: (row: Row) => void } | null
}

/** Secrets and variables are listed alike. */
export function ValueTable<Row extends ValueRow>(props: ValueTableProps<Row>) {
  const { label, rows, now, icon, empty, shown, change } = props
  const columns: DataColumn<Row>[] = [
    {
      id: 'name',
      header: 'Name',
      flexible: true,
      cell: (row) => <code className="font-mono text-sm">{row.name}</code>,
    },
    { id: 'value', header: 'Value', wideOnly: true, cell: shown },
    {
      id: 'updated',
      header: 'Written',
      align: 'right',
      cell: (row) => <span className="text-text-2">{formatAgo(row.updatedAt, now)}</span>,
    },
  ]
  const actions: DataColumn<Row> = {
    id: 'actions',
    header: 'Actions',
    isHeaderHidden: true,
    align: 'right',
    cell: (row) => (
      <span className="inline-flex">
        <IconButton label={`Write ${row.name} anew`} icon={Pencil} onClick={() => change?.onEdit(row)} />
        <IconButton label={`Delete ${row.name}`} icon={Trash2} onClick={() => change?.onDelete(row)} />
      </span>
    ),
  }
  return (
    <DataTable
      label={label}
      columns={change ? [...columns, actions] : columns}
      rows={rows}
      rowId={(row) => row.name}
      empty={<EmptyState icon={icon} {...empty} className="py-8" />}
    />
  )
}
