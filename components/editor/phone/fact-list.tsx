import { cn } from '@/components/ui/cn'
import { JsonView } from '@/components/ui/json-view'
import type { TaskFact } from './task-facts'

export interface FactListProps {
  readonly title: string
  readonly facts: readonly TaskFact[]
}

/** Names above their values, as wide as the sheet: nothing is cut off. */
export function FactList({ title, facts }: FactListProps) {
  if (facts.length === 0) return null
  return (
    <section aria-label={title} className="grid grid-cols-[minmax(0,1fr)] gap-2 px-4 py-3.5">
      <h3 className="text-sm font-medium text-text-3">{title}</h3>
      <dl className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {facts.map((fact) => (
          <div key={fact.label} className="grid grid-cols-[minmax(0,1fr)] gap-0.5">
            <dt className="text-sm text-text-2">{fact.label}</dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <Value fact={fact} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Value({ fact: { value, isCode } }: { readonly fact: TaskFact }) {
  if (typeof value === 'object' && value !== null) return <JsonView value={value} open={2} />
  const text = String(value)
  const isMono = isCode || text.includes('${') || text.includes('\n')
  return (
    <span
      className={cn(
        'whitespace-pre-wrap',
        isMono ? 'font-mono text-sm' : 'text-base',
        isCode && 'block rounded-md bg-surface-2 p-2.5',
      )}
    >
      {text}
    </span>
  )
}
