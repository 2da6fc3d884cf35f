'use client'

import { useQuery } from '@tanstack/react-query'
import { Plus, Search, Shapes, Upload, Workflow } from 'lucide-react'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useCallback, useState } from 'react'
import { Loaded } from '@/components/api/loaded'
import { useTRPC } from '@/components/api/trpc'
import { DropImport } from '@/components/editor/import/drop-import'
import { PasteImport } from '@/components/editor/import/paste-import'
import { RunDialog } from '@/components/execution/run-dialog'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { fetchPart } from '@/components/ui/fetch-part'
import { Input } from '@/components/ui/input'
import { CurlLine } from './curl-line'
import { findWorkflows, SORTS } from './find-workflows'
import { KeptDrafts } from './kept-drafts'
import { WorkflowsTable } from './workflows-table'

const ImportDialog = dynamic(
  () => fetchPart(() => import('@/components/editor/import/import-dialog')).then((module) => module.ImportDialog),
  { ssr: false },
)
const SamplesDialog = dynamic(
  () => fetchPart(() => import('@/components/editor/import/samples-dialog')).then((module) => module.SamplesDialog),
  { ssr: false },
)

type Over = { readonly kind: 'samples' } | { readonly kind: 'import'; readonly texts: readonly string[] }

const parsers = {
  q: parseAsString.withDefault(''),
  sort: parseAsStringLiteral(SORTS).withDefault('name'),
  order: parseAsStringLiteral(['asc', 'desc'] as const).withDefault('asc'),
}

/** Every workflow definition of the namespace. */
export function WorkflowsPage() {
  const trpc = useTRPC()
  const catalog = useQuery(trpc.executions.catalog.queryOptions(undefined, { refetchInterval: 5_000 }))
  const [{ q, sort, order }, setView] = useQueryStates(parsers, { clearOnDefault: true })
  const mayEdit = useMayEdit()
  const [running, setRunning] = useState<string | null>(null)
  const [over, setOver] = useState<Over | null>(null)
  const onTexts = useCallback((texts: readonly string[]) => setOver({ kind: 'import', texts }), [])
  const shown = findWorkflows(catalog.data ?? [], { text: q, sort, descending: order === 'desc' })
  return (
    <div className="flex min-h-full flex-col bg-surface">
      <PageTop
        title="Workflows"
        actions={
          mayEdit ? (
            <>
              <Button title="From a sample" onClick={() => setOver({ kind: 'samples' })} className="max-md:hidden">
                <Shapes strokeWidth={1.5} aria-hidden /> <span className="max-lg:sr-only">From a sample</span>
              </Button>
              <Button title="Import" onClick={() => setOver({ kind: 'import', texts: [] })} className="max-md:hidden">
                <Upload strokeWidth={1.5} aria-hidden /> <span className="max-lg:sr-only">Import</span>
              </Button>
              <Button asChild variant="primary">
                <Link href="/workflows/new">
                  <Plus strokeWidth={1.5} aria-hidden /> New workflow
                </Link>
              </Button>
            </>
          ) : null
        }
      />
      <search className="relative px-4 py-3">
        <Search className="absolute top-4.5 left-6.5 size-4 text-text-3" strokeWidth={1.5} aria-hidden />
        <Input
          type="search"
          aria-label="Search workflows"
          placeholder="Name, description or task type"
          className="h-7 max-w-[340px] pl-8"
          value={q}
          onChange={(event) => void setView({ q: event.target.value })}
        />
      </search>
      {mayEdit ? <KeptDrafts /> : null}
      <Loaded query={catalog} skeleton="mx-4 h-80">
        {() => (
          <WorkflowsTable
            entries={shown}
            sort={{ column: sort, descending: order === 'desc' }}
            onSortChange={({ column, descending }) =>
              void setView({ sort: SORTS.find((one) => one === column) ?? 'name', order: descending ? 'desc' : 'asc' })
            }
            {...(mayEdit ? { onRun: setRunning } : {})}
            empty={<NoWorkflows isSearch={q !== ''} />}
          />
        )}
      </Loaded>
      {mayEdit ? <PasteImport onTexts={onTexts} /> : null}
      {mayEdit ? <DropImport onTexts={onTexts} /> : null}
      {over?.kind === 'import' ? (
        <ImportDialog texts={over.texts} session={null} onClose={() => setOver(null)} />
      ) : null}
      {over?.kind === 'samples' ? <SamplesDialog onClose={() => setOver(null)} /> : null}
      {running ? <RunDialog name={running} open onOpenChange={(open) => setRunning(open ? running : null)} /> : null}
    </div>
  )
}

const EXAMPLE = '{"name":"hello","tasks":[{"name":"hello_world","taskReferenceName":"hello_ref"}]}'

function NoWorkflows({ isSearch }: { readonly isSearch: boolean }) {
  if (isSearch) return <EmptyState icon={Search} title="No workflow matches" description="Try another word." />
  return (
    <EmptyState
      icon={Workflow}
      title="No workflows yet"
      description="Draw one, or register a definition from a terminal."
      action={
        <Button asChild variant="primary" size="md">
          <Link href="/workflows/new">New workflow</Link>
        </Button>
      }
    >
      <CurlLine method="POST" path="/api/metadata/workflow" body={EXAMPLE} />
    </EmptyState>
  )
}
