'use client'

import { Columns3 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { CheckRow } from '@/components/ui/check-row'
import { IconButton } from '@/components/ui/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'
import { RUN_COLUMNS, type RunColumn } from '@/server/model/run-list'
import { RUN_COLUMN_NAMES } from './run-columns'

export interface ColumnsButtonProps {
  readonly columns: readonly RunColumn[]
  readonly onChange: (columns: readonly RunColumn[] | null) => void
}

/** Which columns the list has; the workflow is always there. Narrow screens have room for a few only. */
export function ColumnsButton({ columns, onChange }: ColumnsButtonProps) {
  const toggle = (column: RunColumn) =>
    onChange(RUN_COLUMNS.filter((one) => (one === column) !== columns.includes(one)))
  return (
    <Popover>
      <PopoverTrigger asChild>
        <IconButton label="Columns" icon={Columns3} className="max-md:hidden" />
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Columns" className="grid min-w-44 gap-1 p-2">
        {RUN_COLUMNS.map((column) => (
          <CheckRow
            key={column}
            label={RUN_COLUMN_NAMES[column]}
            checked={columns.includes(column)}
            onChange={() => toggle(column)}
          />
        ))}
        <Button variant="ghost" className="justify-self-start px-1" onClick={() => onChange(null)}>
          The usual ones
        </Button>
      </PopoverContent>
    </Popover>
  )
}
