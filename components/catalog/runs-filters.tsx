'use client'

import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { Input } from '@/components/ui/input'
import { STATUS_LOOK } from '@/components/ui/status'
import { WORKFLOW_STATUSES } from '@/server/model/status'
import { ChoiceChip } from './choice-chip'
import { ColumnsButton } from './columns-button'
import { StartedChip } from './started-chip'
import { TextChip } from './text-chip'
import type { RunChips } from './use-run-filter'
import type { RunLook } from './use-run-look'
import { ViewsButton } from './views-button'

export interface RunsFiltersProps {
  readonly chips: RunChips
  readonly onChange: (chips: Partial<RunChips>) => void
  readonly look: RunLook
}

export function RunsFilters({ chips, onChange, look }: RunsFiltersProps) {
  const trpc = useTRPC()
  const catalog = useQuery(trpc.executions.catalog.queryOptions())
  const names = new Set([...(catalog.data ?? []).map((entry) => entry.name), ...chips.workflow])
  return (
    <search className="flex flex-wrap items-center gap-2 px-4 pt-3 pb-2" aria-label="Executions">
      <SearchBox value={chips.q} onChange={(q) => onChange({ q })} />
      <ChoiceChip
        label="Status"
        values={chips.status}
        options={WORKFLOW_STATUSES.map((status) => ({ value: status, label: STATUS_LOOK[status].label }))}
        onChange={(status) => onChange({ status: WORKFLOW_STATUSES.filter((one) => status.includes(one)) })}
      />
      <ChoiceChip
        label="Workflow"
        values={chips.workflow}
        options={[...names].map((name) => ({ value: name, label: name }))}
        onChange={(workflow) => onChange({ workflow: [...workflow] })}
      />
      <StartedChip chips={chips} onChange={onChange} />
      <TextChip label="Id" value={chips.id} onChange={(id) => onChange({ id })} />
      <TextChip
        label="Correlation id"
        value={chips.correlation}
        onChange={(correlation) => onChange({ correlation })}
      />
      <span className="ml-auto flex items-center gap-1">
        <ViewsButton look={look} />
        <ColumnsButton columns={look.columns} onChange={look.chooseColumns} />
      </span>
    </search>
  )
}

const TYPING_MS = 250

/** Asks when the typing rests. */
function SearchBox({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the clock
  useEffect(() => {
    if (text === value) return
    const timer = setTimeout(() => onChange(text), TYPING_MS)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <div className="relative w-[340px] max-xl:w-60 max-md:w-full">
      <Search className="absolute top-1.5 left-2.5 size-4 text-text-3" strokeWidth={1.5} aria-hidden />
      <Input
        type="search"
        aria-label="Search executions"
        placeholder="Name, id, correlation id or text in the data"
        className="h-7 pl-8"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}
