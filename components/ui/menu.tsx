'use client'

import { Check } from 'lucide-react'
import { DropdownMenu as Primitive } from 'radix-ui'
import type { ComponentProps, ReactNode } from 'react'
import { cn } from './cn'
import { Shortcut } from './kbd'

const CONTENT_STYLE = 'z-50 min-w-44 animate-enter overflow-auto rounded-lg border bg-surface p-1 shadow-float'
const ITEM_STYLE =
  'flex h-7 cursor-default select-none items-center gap-2 rounded-md px-2 text-base text-text outline-none data-disabled:opacity-50 data-highlighted:bg-surface-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-text-3'
const DANGER_STYLE = 'text-status-failed [&_svg]:text-status-failed'
const HINTED_STYLE = 'h-auto max-w-80 flex-col items-start gap-0 py-1.5'
const LABEL_STYLE = 'px-2 pt-1.5 pb-1 text-sm text-text-3'
const SEPARATOR_STYLE = '-mx-1 my-1 h-px bg-border'

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
        className={cn(CONTENT_STYLE, 'max-h-(--radix-dropdown-menu-content-available-height)', className)}
        {...rest}
      />
    </Primitive.Portal>
  )
}

export interface MenuItemProps extends ComponentProps<typeof Primitive.Item> {
  readonly shortcut?: string
  readonly danger?: boolean
  /** What it will do, under its name. */
  readonly hint?: string
}

export function MenuItem({ shortcut, danger, hint, className, children, asChild, ...rest }: MenuItemProps) {
  return (
    <Primitive.Item
      className={cn(ITEM_STYLE, danger && DANGER_STYLE, hint && HINTED_STYLE, className)}
      {...(asChild ? { asChild } : {})}
      {...rest}
    >
      {asChild || !(shortcut || hint) ? (
        children
      ) : (
        <>
          {children}
          {hint ? <span className="text-sm text-text-3">{hint}</span> : null}
          {shortcut ? <Shortcut keys={shortcut} className="ml-auto" /> : null}
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
      className={cn(ITEM_STYLE, 'relative pl-7')}
    >
      <Primitive.ItemIndicator className="absolute left-2">
        <Check strokeWidth={1.5} aria-hidden />
      </Primitive.ItemIndicator>
      {children}
    </Primitive.CheckboxItem>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Primitive.Label className={LABEL_STYLE}>{children}</Primitive.Label>
}

export function MenuSeparator() {
  return <Primitive.Separator className={SEPARATOR_STYLE} />
}
