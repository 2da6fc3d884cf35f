import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Tooltip } from './tooltip'

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** The accessible name, also shown as the tooltip. */
  readonly label: string
  readonly icon: LucideIcon
  readonly shortcut?: string
  readonly pressed?: boolean
  readonly tooltipSide?: 'top' | 'right' | 'bottom' | 'left'
}

export function IconButton(props: IconButtonProps) {
  const { label, icon: Icon, shortcut, pressed, tooltipSide, className, ...rest } = props
  return (
    <Tooltip content={label} {...(shortcut ? { shortcut } : {})} {...(tooltipSide ? { side: tooltipSide } : {})}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={cn(
          'inline-flex size-7 shrink-0 items-center justify-center rounded-md text-text-2 transition-colors duration-[120ms]',
          'hover:bg-surface-2 hover:text-text disabled:cursor-not-allowed disabled:opacity-40',
          pressed && 'bg-accent-soft text-accent',
          className,
        )}
        {...rest}
      >
        <Icon className="size-4" strokeWidth={1.5} aria-hidden />
      </button>
    </Tooltip>
  )
}
