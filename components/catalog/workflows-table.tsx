'use client'

import { Play } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import type { DataColumn, TableSort } from '@/components/ui/data-table-model'
import { formatAgo, formatInstant } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import { TaskIcon } from '@/components/ui/task-icon'
import type { CatalogEntry } from '@/server/model/catalog'
import { tagsOf } from './find-workflows'
import { WorkflowMenu } from './workflow-menu'

export interface WorkflowsTableProps {
  readonly entries: readonly CatalogEntry[]
  readonly sort: TableSort
  readonly onSortChange: (sort: TableSort) => void
  /** Absent for viewers. */
  readonly onRun?: (name: string) => void
  readonly empty: ReactNode
}

export function WorkflowsTable({ entries, sort, onSortChange, onRun, empty }: WorkflowsTableProps) {
  const router = useRouter()
  return (
    <DataTable
      label="Workflows"
      columns={columns(onRun)}
      rows={entries}
      rowId={(entry) => entry.name}
      onOpen={(entry) => router.push(workflowUrl(entry.name))}
      sort={sort}
      onSortChange={onSortChange}
      empty={empty}
    />
  )
}

export function workflowUrl(name: string): string {
  return `/workflows/${encodeURIComponent(name)}`
}

function columns(onRun: WorkflowsTableProps['onRun']): readonly DataColumn<CatalogEntry>[] {
  return [
    {
      id: 'name',
      header: 'Workflow',
      sortable: true,
      flexible: true,
      share: 38,
      cell: (entry) => <Name entry={entry} />,
    },
    {
      id: 'description',
      header: 'Description',
      deskOnly: true,
      share: 40,
      cell: (entry) => <span className="block truncate text-text-2">{entry.description}</span>,
    },
    {
      id: 'tasks',
      header: 'Tasks',
      wideOnly: true,
      width: '150px',
      cell: (entry) => <Shape types={entry.taskTypes} />,
    },
    {
      id: 'lastRun',
      header: 'Last run',
      sortable: true,
      wideOnly: true,
      width: '190px',
      cell: (entry) => <LastRun entry={entry} />,
    },
    {
      id: 'updated',
      header: 'Updated',
      sortable: true,
      align: 'right',
      roomOnly: true,
      width: '120px',
      cell: (entry) => (
        <time className="text-text-2" title={formatInstant(entry.updateTime)}>
          {formatAgo(entry.updateTime, Date.now())}
        </time>
      ),
    },
    {
      id: 'actions',
      header: 'Actions',
      align: 'right',
      width: '1%',
      cell: (entry) => (
        <span className="flex justify-end gap-1">
          {onRun ? (
            <Button aria-label={`Run ${entry.name}`} onClick={() => onRun(entry.name)}>
              <Play strokeWidth={1.5} aria-hidden /> <span className="max-lg:hidden">Run</span>
            </Button>
          ) : null}
          <WorkflowMenu entry={entry} canDelete={onRun !== undefined} />
        </span>
      ),
    },
  ]
}

function Name({ entry }: { readonly entry: CatalogEntry }) {
  const others = entry.versions.length - 1
  return (
    <span className="flex items-center gap-2">
      <Link href={workflowUrl(entry.name)} className="truncate font-medium hover:underline">
        {entry.name}
      </Link>
      <span
        className="whitespace-nowrap text-text-2"
        title={others > 0 ? `Versions ${entry.versions.join(', ')}` : undefined}
      >
        v{entry.version}
        {others > 0 ? <span className="text-text-3"> and {others} older</span> : null}
      </span>
      {tagsOf(entry).map((tag) => (
        <Badge key={tag} className="max-xl:hidden">
          {tag}
        </Badge>
      ))}
    </span>
  )
}

const SHOWN = 4

function Shape({ types }: { readonly types: readonly string[] }) {
  return (
    <span className="flex items-center gap-1" role="img" aria-label={`${types.length} steps: ${types.join(', ')}`}>
      {types.slice(0, SHOWN).map((type, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: steps are told apart by their place
        <TaskIcon key={index} type={type} size={20} />
      ))}
      {types.length > SHOWN ? <span className="text-sm text-text-3">+{types.length - SHOWN}</span> : null}
    </span>
  )
}

function LastRun({ entry: { lastRun } }: { readonly entry: CatalogEntry }) {
  if (!lastRun) return <span className="text-text-3">never</span>
  return (
    <Link href={`/executions/${lastRun.workflowId}`} className="inline-flex items-center gap-2">
      <StatusChip status={lastRun.status} />
      <span className="text-text-2">{formatAgo(lastRun.createTime, Date.now())}</span>
    </Link>
  )
}
