'use client'

import { useQuery } from '@tanstack/react-query'
import { ArrowRight } from 'lucide-react'
import Link from 'next/link'
import { Fragment } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { TaskIcon } from '@/components/ui/task-icon'
import { SAMPLE_CARDS, type SampleCard } from './sample-cards'

export function SampleList() {
  const trpc = useTRPC()
  const { data: catalog } = useQuery(trpc.executions.catalog.queryOptions())
  const present = new Set(catalog?.map((entry) => entry.name))
  const cards = catalog === undefined ? SAMPLE_CARDS : SAMPLE_CARDS.filter((card) => present.has(card.name))
  return (
    <section aria-labelledby="samples-title" className="grid gap-3">
      <header className="flex items-baseline gap-2">
        <h2 id="samples-title" className="text-md font-semibold">
          Samples
        </h2>
        <span className="text-text-3 tabular">{cards.length}</span>
        <Link href="/workflows" className="ml-auto inline-flex items-center gap-1.5 text-text-2 hover:text-text">
          All workflows
          <ArrowRight className="size-4" strokeWidth={1.5} aria-hidden />
        </Link>
      </header>
      <ul className="grid grid-cols-3 gap-3 max-lg:grid-cols-2 max-sm:grid-cols-1">
        {cards.map((card) => (
          <li key={card.name}>
            <Card card={card} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Card({ card }: { readonly card: SampleCard }) {
  return (
    <Link
      href={`/workflows/${encodeURIComponent(card.name)}`}
      className="grid gap-3 rounded-xl border bg-surface p-4 transition-colors duration-[120ms] hover:border-border-strong"
    >
      <span className="flex items-center gap-1" aria-hidden>
        {card.shape.map((type, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shape never changes
          <Fragment key={index}>
            {index > 0 ? <span className="h-px w-2.5 bg-border" /> : null}
            <TaskIcon type={type} size={24} />
          </Fragment>
        ))}
      </span>
      <span className="grid gap-0.5">
        <span className="text-md font-medium">{card.title}</span>
        <span className="text-text-2">{card.line}</span>
      </span>
      <span className="text-sm text-text-3">
        {card.worker} · {card.time}
      </span>
    </Link>
  )
}
