import type { ReactNode } from 'react'

export interface DataColumn<Row> {
  readonly id: string
  readonly header: string
  /** For a column of buttons: the header is there for screen readers only. */
  readonly isHeaderHidden?: boolean
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'right'
  /** A CSS width. */
  readonly width?: string
  /** Percent of the table's width: what is longer is cut off, so that the columns beside it stay in sight. */
  readonly share?: number
  readonly sortable?: boolean
  /** On narrow screens it takes the room the others leave, and is cut off rather than the table. */
  readonly flexible?: boolean
  /** Left out on phones. */
  readonly wideOnly?: boolean
  /** Left out below 1024 pixels. */
  readonly deskOnly?: boolean
  /** Left out below 1280 pixels. */
  readonly roomOnly?: boolean
}

export interface TableSort {
  readonly column: string
  readonly descending: boolean
}

export interface TableSelection {
  readonly selected: ReadonlySet<string>
  readonly onChange: (selected: ReadonlySet<string>) => void
  /** What a row is called in its checkbox's name. */
  readonly nameOf?: (id: string) => string
}

export function toggleId(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/** A second click on a column turns its order round. */
export function nextSort(sort: TableSort | undefined, column: string): TableSort {
  return { column, descending: sort?.column === column ? !sort.descending : false }
}

/** Whether a click belongs to a control inside the row rather than to the row. */
export function isInteractive(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a,button,input,label,[role=menuitem]') !== null
}
