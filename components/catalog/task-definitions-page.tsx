'use client'

import { useQuery } from '@tanstack/react-query'
import { Hammer, Plus, Search } from 'lucide-react'
import { parseAsString, useQueryState } from 'nuqs'
import type { ReactNode } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { Input } from '@/components/ui/input'
import { CurlLine } from './curl-line'
import { TASK_DEFINITION_COLUMNS } from './task-definition-columns'
import { TaskDefinitionDialog } from './task-definition-dialog'

/** The name under which the dialog for a new definition is open; no task can have it. */
const NEW = '+'

/** How each kind of work is retried, timed out and limited. */
export function TaskDefinitionsPage() {
  const trpc = useTRPC()
  const list = useQuery(trpc.taskDefinitions.list.queryOptions())
  const [q, setQ] = useQueryState('q', parseAsString.withDefault(''))
  const mayEdit = useMayEdit()
  const [open, setOpen] = useQueryState('open')
  const shown = (list.data ?? []).filter((one) =>
    `${one.name} ${one.description ?? ''}`.toLowerCase().includes(q.trim().toLowerCase()),
  )
  const create = (
    <Button variant="primary" onClick={() => void setOpen(NEW)}>
      <Plus strokeWidth={1.5} aria-hidden />
      <span>
        New<span className="max-md:sr-only"> task definition</span>
      </span>
    </Button>
  )
  return (
    <div className="flex min-h-full flex-col bg-surface">
      <PageTop title="Task definitions" actions={mayEdit ? create : null} />
      <search className="relative px-4 py-3">
        <Search className="absolute top-4.5 left-6.5 size-4 text-text-3" strokeWidth={1.5} aria-hidden />
        <Input
          type="search"
          aria-label="Search task definitions"
          placeholder="Name or description"
          className="h-7 max-w-[340px] pl-8"
          value={q}
          onChange={(event) => void setQ(event.target.value)}
        />
      </search>
      <Loaded query={list} skeleton="mx-4 h-80">
        {() => (
          <DataTable
            label="Task definitions"
            columns={TASK_DEFINITION_COLUMNS}
            rows={shown}
            rowId={(one) => one.name}
            onOpen={(one) => void setOpen(one.name)}
            empty={<NoTaskDefinitions isSearch={q !== ''} action={mayEdit ? create : null} />}
          />
        )}
      </Loaded>
      {open !== null && list.data ? (
        <TaskDefinitionDialog
          key={open}
          definition={list.data.find((one) => one.name === open) ?? null}
          onClose={() => void setOpen(null)}
        />
      ) : null}
    </div>
  )
}

const EXAMPLE = '[{"name":"hello_world","retryCount":3,"timeoutSeconds":60,"responseTimeoutSeconds":30}]'

interface NoTaskDefinitionsProps {
  readonly isSearch: boolean
  readonly action: ReactNode
}

function NoTaskDefinitions({ isSearch, action }: NoTaskDefinitionsProps) {
  if (isSearch) return <EmptyState icon={Search} title="No task definition matches" description="Try another word." />
  return (
    <EmptyState
      icon={Hammer}
      title="No task definitions yet"
      action={action}
      description="A worker task runs without one, with Conductor's defaults; a definition says how it is retried and timed out."
    >
      <CurlLine method="POST" path="/api/metadata/taskdefs" body={EXAMPLE} />
    </EmptyState>
  )
}
