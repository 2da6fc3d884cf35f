'use client'

import { Columns3 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
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
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside
          <label
            key={column}
            className="flex min-h-7 cursor-pointer items-center gap-2 rounded-md px-1 hover:bg-surface-2"
          >
            <Checkbox
              label={RUN_COLUMN_NAMES[column]}
              checked={columns.includes(column)}
              onCheckedChange={() => toggle(column)}
            />
            {RUN_COLUMN_NAMES[column]}
          </label>
        ))}
        <Button variant="ghost" className="justify-self-start px-1" onClick={() => onChange(null)}>
          The usual ones
        </Button>
      </PopoverContent>
    </Popover>
  )
}
