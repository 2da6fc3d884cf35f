'use client'

import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { CloseButton } from './close-button'
import { cn } from './cn'
import { useWayBack } from './way-back'

export const Sheet = Primitive.Root

const SIDE = {
  left: 'inset-y-0 left-0 h-dvh w-72 border-r',
  right: 'inset-y-0 right-0 h-dvh w-[360px] border-l',
  bottom: 'inset-x-0 bottom-0 max-h-[85dvh] rounded-t-2xl border-t',
}

export interface SheetContentProps {
  readonly title: ReactNode
  readonly side?: keyof typeof SIDE
  readonly children: ReactNode
  readonly className?: string
}

/** A dialog that belongs to one edge of the window. */
export function SheetContent({ title, side = 'right', children, className }: SheetContentProps) {
  const { mark, onCloseAutoFocus } = useWayBack()
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-[rgb(10_12_16/0.4)]" />
      <Primitive.Content
        aria-describedby={undefined}
        onCloseAutoFocus={onCloseAutoFocus}
        className={cn(
          'fixed z-40 flex max-w-full animate-fade flex-col bg-surface shadow-float',
          SIDE[side],
          className,
        )}
      >
        {mark}
        <header className="flex h-11 shrink-0 items-center justify-between border-b px-4">
          <Primitive.Title className="truncate text-md font-semibold">{title}</Primitive.Title>
          <CloseButton />
        </header>
        <div className="min-h-0 flex-1 overflow-auto">{children}</div>
      </Primitive.Content>
    </Primitive.Portal>
  )
}
