'use client'

import { useQuery } from '@tanstack/react-query'
import { Loaded } from '@/components/api/loaded'
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
  const log = useQuery(trpc.access.log.queryOptions())
  if (log.data?.length === 0) return null
  const columns: readonly DataColumn<Line>[] = [
    { id: 'at', header: 'When', cell: (line) => formatAgo(Date.parse(line.at), log.dataUpdatedAt), width: '110px' },
    { id: 'actor', header: 'Who', wideOnly: true, cell: (line) => line.actor },
    { id: 'action', header: 'What', flexible: true, cell: (line) => <What line={line} /> },
    { id: 'subject', header: 'To what', share: 45, cell: (line) => line.subject, wideOnly: true },
  ]
  return (
    <Section title="Changes" description="The last changes of keys, members and the namespace itself.">
      <Loaded query={log} skeleton="m-4 h-24">
        {(lines) => <DataTable label="Changes" columns={columns} rows={lines} rowId={(line) => line.id} />}
      </Loaded>
    </Section>
  )
}

/** On a phone it also says who and to what, in a line of its own. */
function What({ line }: { readonly line: Line }) {
  return (
    <>
      {auditWords(line.action)}
      <span className="block truncate text-sm text-text-2 md:hidden">
        {line.actor} · {line.subject}
      </span>
    </>
  )
}
