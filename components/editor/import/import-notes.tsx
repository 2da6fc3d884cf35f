import { TriangleAlert } from 'lucide-react'
import type { ImportNote } from '@/components/import/imported'

/** What was left out or needs a look, with its place in the source: nothing is lost silently. */
export function ImportNotes({ notes }: { readonly notes: readonly ImportNote[] }) {
  if (notes.length === 0) return null
  return (
    <section aria-label="To check" className="grid gap-1.5">
      <h3 className="flex items-center gap-1.5 font-medium text-status-completed-with-errors">
        <TriangleAlert className="size-4" strokeWidth={1.5} aria-hidden />
        {notes.length === 1 ? '1 thing to check' : `${notes.length} things to check`}
      </h3>
      <ul className="grid max-h-40 gap-1 overflow-auto">
        {notes.map(({ where, message }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
          <li key={i}>
            {where ? <code className="pr-2 font-mono text-xs text-text-2">{where}</code> : null}
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
