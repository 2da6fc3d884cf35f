'use client'

import type { ReactNode } from 'react'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { DataTableHead } from './data-table-head'
import { type DataColumn, isInteractive, type TableSelection, type TableSort, toggleId } from './data-table-model'

export interface DataTableProps<Row> {
  /** The table's accessible name. */
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowId: (row: Row) => string
  /** A click on the row, or Enter on it; the main cell should also hold a real link. */
  readonly onOpen?: (row: Row) => void
  readonly selection?: TableSelection
  /** Which column the rows are sorted by; the caller sorts. */
  readonly sort?: TableSort
  readonly onSortChange?: (sort: TableSort) => void
  readonly empty?: ReactNode
  readonly className?: string
}

/** Rows of 36 px with sortable heads and an optional selection; it neither loads nor sorts. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  if (props.rows.length === 0 && props.empty) return props.empty
  return (
    <div className={cn('relative overflow-x-auto bg-surface', props.className)}>
      <table aria-label={props.label} className="w-full border-collapse text-base">
        <DataTableHead
          columns={props.columns}
          ids={props.rows.map(props.rowId)}
          selection={props.selection}
          sort={props.sort}
          onSortChange={props.onSortChange}
        />
        <tbody>
          {props.rows.map((row) => (
            <DataRow key={props.rowId(row)} row={row} table={props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DataRow<Row>({ row, table }: { readonly row: Row; readonly table: DataTableProps<Row> }) {
  const { columns, selection, onOpen } = table
  const id = table.rowId(row)
  const isSelected = selection?.selected.has(id) ?? false
  return (
    <tr
      data-row={id}
      data-selected={isSelected || undefined}
      onClick={(event) => {
        if (!isInteractive(event.target)) onOpen?.(row)
      }}
      className={cn('h-9 border-b', onOpen && 'cursor-pointer hover:bg-surface-2', isSelected && 'bg-accent-faint')}
    >
      {selection ? (
        <td className="w-8 pl-4">
          <Checkbox
            label={`Select ${selection.nameOf?.(id) ?? id}`}
            checked={isSelected}
            onCheckedChange={() => selection.onChange(toggleId(selection.selected, id))}
          />
        </td>
      ) : null}
      {columns.map((column) => (
        <td
          key={column.id}
          className={cn(
            'max-w-96 truncate px-3 first:pl-4 last:pr-4',
            column.align === 'right' && 'text-right tabular',
            column.wideOnly && 'max-md:hidden',
            column.deskOnly && 'max-lg:hidden',
            column.roomOnly && 'max-xl:hidden',
            column.share && 'md:min-w-36 md:max-w-0 lg:min-w-44',
            column.flexible && 'max-md:w-full max-md:max-w-0',
          )}
        >
          {column.cell(row)}
        </td>
      ))}
    </tr>
  )
}
