'use client'

import { ContextMenu as Primitive } from 'radix-ui'
import type { ComponentProps } from 'react'
import { cn } from './cn'
import { Shortcut } from './kbd'
import { MENU_DANGER_STYLE, MENU_ITEM_STYLE, MENU_SEPARATOR_STYLE, MENU_STYLE } from './menu-style'

export const ContextMenu = Primitive.Root
export const ContextMenuTrigger = Primitive.Trigger

export function ContextMenuContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content collisionPadding={8} className={cn(MENU_STYLE, className)} {...rest} />
    </Primitive.Portal>
  )
}

export interface ContextMenuItemProps extends ComponentProps<typeof Primitive.Item> {
  readonly shortcut?: string
  readonly danger?: boolean
}

export function ContextMenuItem({ shortcut, danger, className, children, ...rest }: ContextMenuItemProps) {
  return (
    <Primitive.Item className={cn(MENU_ITEM_STYLE, danger && MENU_DANGER_STYLE, className)} {...rest}>
      {children}
      {shortcut ? <Shortcut keys={shortcut} className="ml-auto" /> : null}
    </Primitive.Item>
  )
}

export function ContextMenuSeparator() {
  return <Primitive.Separator className={MENU_SEPARATOR_STYLE} />
}
