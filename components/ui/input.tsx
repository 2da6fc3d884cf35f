import type { ComponentProps } from 'react'
import { cn } from './cn'
import { FIELD_STYLE } from './field-style'

export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input className={cn(FIELD_STYLE, 'h-8', className)} {...rest} />
}
