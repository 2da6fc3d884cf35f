'use client'

/** On a phone the graph can be read and run, not edited. */
export function PhoneNote() {
  return (
    <p className="border-b bg-surface px-4 py-2 text-sm text-text-2 md:hidden">
      Read only here. Open it on a larger screen to edit.
    </p>
  )
}
