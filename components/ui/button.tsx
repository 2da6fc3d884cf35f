import { cva, type VariantProps } from 'class-variance-authority'
import { Slot } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'

const button = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors duration-[120ms] disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary:
          'border-transparent bg-accent text-accent-contrast hover:bg-[color-mix(in_srgb,var(--accent)_90%,var(--text))]',
        secondary: 'border-border bg-surface text-text hover:bg-surface-2',
        ghost: 'border-transparent bg-transparent text-text-2 hover:bg-surface-2 hover:text-text',
        danger:
          'border-transparent bg-status-failed text-surface hover:bg-[color-mix(in_srgb,var(--status-failed)_90%,var(--text))]',
      },
      size: { sm: 'h-7 px-2.5 text-base', md: 'h-8 px-3 text-base', lg: 'h-10 px-4 text-md' },
    },
    defaultVariants: { variant: 'secondary', size: 'sm' },
  },
)

export interface ButtonProps extends ComponentProps<'button'>, VariantProps<typeof button> {
  readonly asChild?: boolean
}

export function Button({ variant, size, asChild, className, type, ...rest }: ButtonProps) {
  const Element = asChild ? Slot.Root : 'button'
  return (
    <Element
      {...(asChild ? {} : { type: type ?? 'button' })}
      className={cn(button({ variant, size }), className)}
      {...rest}
    />
  )
}
