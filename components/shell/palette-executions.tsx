'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { Command } from 'cmdk'
import { ListChecks } from 'lucide-react'
import { useTRPC } from '@/components/api/trpc'
import { shortId } from '@/components/execution/short-id'
import { StatusChip } from '@/components/ui/status-chip'
import { isUuid } from '@/server/model/ids'
import { GROUP_STYLE, PaletteItem } from './palette-item'

const PAGE = { offset: 0, size: 5, sort: 'created', descending: true } as const
const SHORTEST = 3

export interface PaletteExecutionsProps {
  readonly search: string
  readonly go: (href: string) => void
}

/** Executions by id, name, correlation id or text; the server has found them, so what was typed is their value. */
export function PaletteExecutions({ search, go }: PaletteExecutionsProps) {
  const trpc = useTRPC()
  const text = search.trim()
  const filter = isUuid(text) ? { workflowId: text } : { text }
  const { data } = useQuery(
    trpc.executions.list.queryOptions(text.length < SHORTEST ? skipToken : { filter, page: PAGE }),
  )
  if (!data || data.rows.length === 0) return null
  return (
    <Command.Group heading="Executions" className={GROUP_STYLE}>
      {data.rows.map((run) => (
        <PaletteItem
          key={run.workflowId}
          icon={ListChecks}
          value={`${search} ${run.workflowId}`}
          onSelect={() => go(`/executions/${run.workflowId}`)}
        >
          <span className="truncate">{run.workflowName}</span>
          <code className="font-mono text-sm text-text-3">{shortId(run.workflowId)}</code>
          <StatusChip status={run.status} className="ml-auto" />
        </PaletteItem>
      ))}
    </Command.Group>
  )
}
