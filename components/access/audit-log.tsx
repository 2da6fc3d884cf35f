'use client'

import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '@/components/api/trpc'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { formatAgo } from '@/components/ui/format-time'
import { Section } from '@/components/ui/section'
import { auditWords } from './audit-words'

interface Line {
  readonly id: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly at: string
}

/** Who changed keys and members; nobody can change it. */
export function AuditLog() {
  const trpc = useTRPC()
  const { data: lines = [], dataUpdatedAt: now } = useQuery(trpc.access.log.queryOptions())
  if (lines.length === 0) return null
  const columns: readonly DataColumn<Line>[] = [
    { id: 'at', header: 'When', cell: (line) => formatAgo(Date.parse(line.at), now), width: '110px' },
    { id: 'actor', header: 'Who', cell: (line) => line.actor },
    { id: 'action', header: 'What', cell: (line) => auditWords(line.action) },
    { id: 'subject', header: 'To what', cell: (line) => line.subject, wideOnly: true },
  ]
  return (
    <Section title="Changes" description="The last changes of keys, members and the namespace itself.">
      <DataTable label="Changes" columns={columns} rows={lines} rowId={(line) => line.id} />
    </Section>
  )
}
