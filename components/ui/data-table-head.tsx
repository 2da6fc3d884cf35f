'use client'

import { ArrowDown, ArrowUp } from 'lucide-react'
import { Checkbox } from './checkbox'
import { cn } from './cn'
import { type DataColumn, nextSort, type TableSelection, type TableSort } from './data-table-model'

interface DataTableHeadProps<Row> {
  readonly columns: readonly DataColumn<Row>[]
  /** The ids of the rows on screen. */
  readonly ids: readonly string[]
  readonly selection: TableSelection | undefined
  readonly sort: TableSort | undefined
  readonly onSortChange: ((sort: TableSort) => void) | undefined
}

export function DataTableHead<Row>({ columns, ids, selection, sort, onSortChange }: DataTableHeadProps<Row>) {
  return (
    <thead>
      <tr className="h-9 border-b text-left text-text-2">
        {selection ? (
          <th scope="col" className="w-8 pl-4">
            <SelectAll ids={ids} selection={selection} />
          </th>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            {...(column.width || column.share ? { style: { width: column.width ?? `${column.share}%` } } : {})}
            aria-sort={sort?.column === column.id ? (sort.descending ? 'descending' : 'ascending') : undefined}
            className={cn(
              'whitespace-nowrap px-3 text-base font-normal first:pl-4 last:pr-4',
              column.align === 'right' && 'text-right',
              column.wideOnly && 'max-md:hidden',
              column.deskOnly && 'max-lg:hidden',
              column.roomOnly && 'max-xl:hidden',
            )}
          >
            {column.sortable && onSortChange ? (
              <SortButton column={column} sort={sort} onSortChange={onSortChange} />
            ) : (
              <span className={cn(column.isHeaderHidden && 'sr-only')}>{column.header}</span>
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function SelectAll({ ids, selection }: { readonly ids: readonly string[]; readonly selection: TableSelection }) {
  const chosen = ids.filter((id) => selection.selected.has(id)).length
  const isAll = ids.length > 0 && chosen === ids.length
  return (
    <Checkbox
      label="Select all on this page"
      checked={isAll ? true : chosen > 0 ? 'indeterminate' : false}
      onCheckedChange={() => selection.onChange(new Set(isAll ? [] : ids))}
    />
  )
}

interface SortButtonProps<Row> {
  readonly column: DataColumn<Row>
  readonly sort: TableSort | undefined
  readonly onSortChange: (sort: TableSort) => void
}

function SortButton<Row>({ column, sort, onSortChange }: SortButtonProps<Row>) {
  const Arrow = sort?.descending ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      onClick={() => onSortChange(nextSort(sort, column.id))}
      className="-mx-1 inline-flex h-6 items-center gap-1 rounded-sm px-1 hover:text-text"
    >
      {column.header}
      {sort?.column === column.id ? <Arrow className="size-3.5" strokeWidth={1.5} aria-hidden /> : null}
    </button>
  )
}
