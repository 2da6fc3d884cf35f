import type { ComponentProps } from 'react'
import { cn } from './cn'
import { FIELD_STYLE } from './field-style'

export function Textarea({ className, ...rest }: ComponentProps<'textarea'>) {
  return <textarea className={cn(FIELD_STYLE, 'min-h-20 py-1.5', className)} {...rest} />
}
