'use client'

import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { CloseButton } from './close-button'
import { cn } from './cn'
import { useWayBack } from './way-back'

export const Dialog = Primitive.Root
export const DialogClose = Primitive.Close

export interface DialogContentProps {
  readonly title: ReactNode
  readonly description?: ReactNode
  readonly children: ReactNode
  readonly className?: string
  /** Where the focus goes when it closes; without it, back to where it was. */
  readonly onCloseAutoFocus?: (event: Event) => void
}

export function DialogContent({ title, description, children, className, ...rest }: DialogContentProps) {
  const { mark, onCloseAutoFocus } = useWayBack()
  return (
    <Primitive.Portal>
      <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-[rgb(10_12_16/0.4)]" />
      <Primitive.Content
        onCloseAutoFocus={onCloseAutoFocus}
        {...rest}
        {...(description ? {} : { 'aria-describedby': undefined })}
        className={cn(
          'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-32px)] w-[calc(100vw-24px)] max-w-lg -translate-x-1/2 -translate-y-1/2 flex-col rounded-2xl border bg-surface shadow-float',
          className,
        )}
      >
        {mark}
        <header className="flex items-start gap-3 px-5 pt-4 pb-3">
          <div className="grid min-w-0 flex-1 gap-1">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {description ? (
              <Primitive.Description className="text-base text-text-2">{description}</Primitive.Description>
            ) : null}
          </div>
          <CloseButton />
        </header>
        <div className="min-h-0 flex-1 overflow-auto px-5 pt-1 pb-5">{children}</div>
      </Primitive.Content>
    </Primitive.Portal>
  )
}

/** The actions of a dialog, at its end; put it last inside `DialogContent`. */
export function DialogFooter({ children }: { readonly children: ReactNode }) {
  return <footer className="mt-5 flex flex-wrap justify-end gap-2">{children}</footer>
}
