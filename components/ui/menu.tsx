'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Shortcut } from './kbd'
import { MENU_DANGER_STYLE, MENU_ITEM_STYLE, MENU_LABEL_STYLE, MENU_SEPARATOR_STYLE, MENU_STYLE } from './menu-style'

/** Not modal: the page behind stays readable to screen readers and scrollable. */
export function Menu(props: ComponentProps<typeof Primitive.Root>) {
  return <Primitive.Root modal={false} {...props} />
}

export const MenuTrigger = Primitive.Trigger

export function MenuContent({ className, ...rest }: ComponentProps<typeof Primitive.Content>) {
  return (
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={4}
        collisionPadding={8}
        className={cn(MENU_STYLE, 'max-h-(--radix-dropdown-menu-content-available-height)', className)}
        {...rest}
      />
    </Primitive.Portal>
  )
}

export interface MenuItemProps extends ComponentProps<typeof Primitive.Item> {
  readonly shortcut?: string
  readonly danger?: boolean
}

export function MenuItem({ shortcut, danger, className, children, asChild, ...rest }: MenuItemProps) {
  return (
    <Primitive.Item
      className={cn(MENU_ITEM_STYLE, danger && MENU_DANGER_STYLE, className)}
      {...(asChild ? { asChild } : {})}
      {...rest}
    >
      {asChild || !shortcut ? (
        children
      ) : (
        <>
          {children}
          <Shortcut keys={shortcut} className="ml-auto" />
        </>
      )}
    </Primitive.Item>
  )
}

export interface MenuCheckItemProps {
  readonly checked: boolean
  readonly onCheckedChange: (checked: boolean) => void
  readonly children: ReactNode
}

export function MenuCheckItem({ checked, onCheckedChange, children }: MenuCheckItemProps) {
  return (
    <Primitive.CheckboxItem
      checked={checked}
      onCheckedChange={onCheckedChange}
      className={cn(MENU_ITEM_STYLE, 'relative pl-7')}
    >
      <Primitive.ItemIndicator className="absolute left-2">
        <Check strokeWidth={1.5} aria-hidden />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.CheckboxItem>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Primitive.Label className={MENU_LABEL_STYLE}>{children}</Primitive.Label>
}

export function MenuSeparator() {
  return <Primitive.Separator className={MENU_SEPARATOR_STYLE} />
}
