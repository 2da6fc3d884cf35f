'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { parseAsInteger, useQueryState } from 'nuqs'
import { useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { PageTop } from '@/components/shell/page-top'
import { useMe } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { WorkflowDef } from '@/server/model/workflow-def'
import { Editor } from './editor'
import type { LoadedVersion } from './loaded-version'
import { printDefinition } from './print-definition'
import { createSession, SessionProvider } from './session'
import { useIsPhone } from './use-is-phone'

/** One stored workflow in the editor. */
export function WorkflowPage({ name }: { readonly name: string }) {
  const trpc = useTRPC()
  const [version] = useQueryState('version', parseAsInteger)
  const { data: me } = useMe()
  const isPhone = useIsPhone()
  // Loaded once: what somebody else saves must not replace what is being edited here.
  const stored = useQuery({
    ...trpc.definitions.get.queryOptions({ name, version }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (stored.error) return <NotFound message={errorText(stored.error)} />
  if (!stored.data || !me || isPhone === null) return null
  const editable = me.namespace?.role !== 'viewer' && !isPhone
  return <OpenWorkflow key={`${name}:${version ?? 'newest'}`} stored={stored.data} editable={editable} />
}

interface OpenWorkflowProps {
  readonly stored: WorkflowDef
  readonly editable: boolean
}

function OpenWorkflow({ stored, editable }: OpenWorkflowProps) {
  const queries = useQueryClient()
  const trpc = useTRPC()
  const router = useRouter()
  const [session] = useState(() => {
    const text = printDefinition(stored)
    return createSession({ text, definition: JSON.parse(text), savedText: text, editable })
  })
  const [loaded, setLoaded] = useState<LoadedVersion>({
    name: stored.name,
    version: stored.version,
    updateTime: stored.updateTime ?? null,
  })
  return (
    <SessionProvider value={session}>
      <Editor
        loaded={loaded}
        onSaved={(saved) => {
          setLoaded(saved)
          void queries.invalidateQueries(trpc.definitions.versions.queryFilter({ name: saved.name }))
          if (saved.name !== stored.name) router.push(`/workflows/${encodeURIComponent(saved.name)}`)
        }}
      />
    </SessionProvider>
  )
}

function NotFound({ message }: { readonly message: string }) {
  return (
    <>
      <PageTop crumbs={[{ label: 'Workflows', href: '/workflows' }]} title="Not found" />
      <EmptyState
        icon={FileQuestion}
        title="There is no such workflow"
        description={message}
        action={
          <Button asChild variant="primary">
            <Link href="/workflows">See all workflows</Link>
          </Button>
        }
      />
    </>
  )
}
