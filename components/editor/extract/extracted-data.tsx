import type { Extraction } from '@/components/graph/edits/extract/extract-tasks'

/** What the sub-workflow will be given, and what it will give back. */
export function ExtractedData({ extraction: { child, task } }: { readonly extraction: Extraction }) {
  return (
    <div className="grid gap-3">
      <Values
        title="It is given"
        none="Nothing: it reads nothing of its surroundings."
        values={task.inputParameters ?? {}}
      />
      <Values title="It gives back" none="Nothing: nobody reads what it does." values={child.outputParameters ?? {}} />
    </div>
  )
}

interface ValuesProps {
  readonly title: string
  readonly none: string
  readonly values: Readonly<Record<string, unknown>>
}

function Values({ title, none, values }: ValuesProps) {
  const entries = Object.entries(values)
  return (
    <section aria-label={title} className="rounded-lg border px-3 py-2">
      <h3 className="pb-1 text-sm font-medium text-text-3">{title}</h3>
      {entries.length === 0 ? <p className="text-text-2">{none}</p> : null}
      <dl className="grid max-h-40 grid-cols-[minmax(80px,auto)_1fr] gap-x-4 gap-y-1 overflow-auto">
        {entries.map(([name, value]) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="font-medium">{name}</dt>
            <dd className="min-w-0 truncate font-mono text-sm text-accent">{String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
