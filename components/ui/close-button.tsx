'use client'

import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'

/** Closes the dialog or the sheet that it stands in. */
export function CloseButton() {
  return (
    <Primitive.Close
      aria-label="Close"
      className="-mr-1.5 inline-flex size-7 items-center justify-center rounded-md text-text-2 hover:bg-surface-2"
    >
      <X className="size-4" strokeWidth={1.5} aria-hidden />
    </Primitive.Close>
  )
}
