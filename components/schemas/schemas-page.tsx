'use client'

import { useQuery } from '@tanstack/react-query'
import { Braces, Plus } from 'lucide-react'
import { useQueryState } from 'nuqs'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { CurlLine } from '@/components/catalog/curl-line'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn } from '@/components/ui/data-table-model'
import { EmptyState } from '@/components/ui/empty-state'
import { formatAgo } from '@/components/ui/format-time'
import { SchemaDialog } from './schema-dialog'
import { fieldWords, groupSchemas, type SchemaGroup } from './schema-group'
import { SchemaMenu } from './schema-menu'

/** The name under which the dialog for a new schema is open; no schema can have it. */
const NEW = ' '

/** What inputs and outputs must look like. */
export function SchemasPage() {
  const trpc = useTRPC()
  const list = useQuery(trpc.schemas.list.queryOptions())
  const mayEdit = useMayEdit()
  const [open, setOpen] = useQueryState('open')
  const groups = groupSchemas(list.data ?? [])
  const create = mayEdit ? (
    <Button variant="primary" onClick={() => void setOpen(NEW)}>
      <Plus strokeWidth={1.5} aria-hidden /> New schema
    </Button>
  ) : null
  const menu: DataColumn<SchemaGroup> = {
    id: 'actions',
    header: 'Actions',
    isHeaderHidden: true,
    align: 'right',
    cell: (group) => <SchemaMenu group={group} mayEdit={mayEdit} onOpen={() => void setOpen(group.name)} />,
  }
  return (
    <div className="flex min-h-full flex-col bg-surface">
      <PageTop title="Schemas" actions={groups.length > 0 ? create : null} />
      <Loaded query={list}>
        {() => (
          <DataTable
            label="Schemas"
            columns={[...columns(list.dataUpdatedAt), menu]}
            rows={groups}
            rowId={(group) => group.name}
            onOpen={(group) => void setOpen(group.name)}
            empty={<NoSchemas action={create} />}
          />
        )}
      </Loaded>
      {open !== null && list.data ? (
        <SchemaDialog
          key={open}
          group={groups.find((group) => group.name === open) ?? null}
          onClose={() => void setOpen(null)}
        />
      ) : null}
    </div>
  )
}

function columns(now: number): readonly DataColumn<SchemaGroup>[] {
  return [
    {
      id: 'name',
      header: 'Schema',
      flexible: true,
      cell: ({ name, versions }) => (
        <span className="flex items-baseline gap-2">
          <span className="truncate font-medium">{name}</span>
          <span className="text-text-2">v{versions[0].version}</span>
        </span>
      ),
    },
    {
      id: 'fields',
      header: 'Fields',
      wideOnly: true,
      cell: ({ versions }) => (
        <span className="block truncate font-mono text-sm text-text-2">{fieldWords(versions[0])}</span>
      ),
    },
    {
      id: 'versions',
      header: 'Versions',
      align: 'right',
      wideOnly: true,
      cell: ({ versions }) => <span className="text-text-2">{versions.length}</span>,
    },
    {
      id: 'updated',
      header: 'Updated',
      align: 'right',
      wideOnly: true,
      cell: ({ versions }) => <span className="text-text-2">{formatAgo(versions[0].updateTime, now)}</span>,
    },
  ]
}

const EXAMPLE = '{"name":"order","version":1,"type":"JSON","data":{"type":"object","required":["orderId"]}}'

function NoSchemas({ action }: { readonly action: React.ReactNode }) {
  return (
    <EmptyState
      icon={Braces}
      title="No schemas yet"
      description="A schema says what the input or output of a workflow or a task must look like. What does not fit is refused, and the run form shows its fields."
      action={action}
    >
      <CurlLine method="POST" path="/api/schema" body={EXAMPLE} />
    </EmptyState>
  )
}
