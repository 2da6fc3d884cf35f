import { ChevronDown, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'

export interface ChipProps {
  readonly label: string
  /** What it narrows to; null when it does not. */
  readonly value: string | null
  readonly onClear: () => void
  /** The content of its popover. */
  readonly children: ReactNode
  readonly open?: boolean
  readonly onOpenChange?: (open: boolean) => void
}

/** A filter: quiet while it is off, named with its value while it is on. */
export function Chip({ label, value, onClear, children, ...state }: ChipProps) {
  return (
    <Popover {...state}>
      <span className="inline-flex items-center">
        <PopoverTrigger asChild>
          <Button className={value === null ? '' : 'rounded-r-none border-r-0'}>
            <span className="font-normal text-text-2">{label}</span>
            {value === null ? (
              <ChevronDown className="text-text-3" strokeWidth={1.5} aria-hidden />
            ) : (
              <span className="max-w-48 truncate">{value}</span>
            )}
          </Button>
        </PopoverTrigger>
        {value === null ? null : (
          <IconButton
            label={`Any ${label.toLowerCase()}`}
            icon={X}
            onClick={onClear}
            className="rounded-l-none border border-l-0"
          />
        )}
      </span>
      <PopoverContent align="start" aria-label={label}>
        {children}
      </PopoverContent>
    </Popover>
  )
}
