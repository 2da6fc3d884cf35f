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
import type { LocalCopies } from './draft/local-copies'
import { useCopies } from './draft/use-copies'
import { Editor } from './editor'
import type { LoadedVersion } from './loaded-version'
import { openStored, type StoredWithDraft } from './open-document'
import { createSession, SessionProvider } from './session'
import { useIsPhone } from './use-is-phone'
import { useOpened } from './use-opened'

/** One stored workflow in the editor, as its reader left it. */
export function WorkflowPage({ name }: { readonly name: string }) {
  const trpc = useTRPC()
  const [version, setVersion] = useQueryState('version', parseAsInteger)
  const { data: me } = useMe()
  const isPhone = useIsPhone()
  const copies = useCopies()
  const [opening, setOpening] = useState({ version, published: version })
  // What has just been published has another address, and goes on being edited.
  if (version !== opening.version && version !== opening.published) setOpening({ version, published: version })
  // Loaded once: what somebody else saves must not replace what is being edited here.
  const opened = useQuery({
    ...trpc.drafts.open.queryOptions({ name, version: opening.version }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (opened.error) return <NotFound message={errorText(opened.error)} />
  if (!opened.data || !me || isPhone === null || copies === null) return null
  const editable = me.namespace?.role !== 'viewer' && !isPhone
  return (
    <OpenWorkflow
      key={`${name}:${opening.version ?? 'newest'}`}
      opened={opened.data}
      editable={editable}
      copies={copies}
      onPublished={(published) => {
        if (version === null) return
        setOpening({ version: opening.version, published })
        void setVersion(published)
      }}
    />
  )
}

interface OpenWorkflowProps {
  readonly opened: StoredWithDraft
  readonly editable: boolean
  readonly copies: LocalCopies
  readonly onPublished: (version: number) => void
}

function OpenWorkflow({ opened, editable, copies, onPublished }: OpenWorkflowProps) {
  const { stored, draft } = opened
  const queries = useQueryClient()
  const trpc = useTRPC()
  const router = useRouter()
  const begun = useOpened(async () => {
    const found = await openStored(stored, editable ? { draft, copies } : null)
    return { session: createSession({ ...found, editable }), isUnsent: found.isUnsent }
  })
  const [published, setPublished] = useState<LoadedVersion | null>(null)
  if (begun === null) return null
  const { name, version } = stored
  // A draft that began before somebody else's change is compared with what it began as when it is published.
  const loaded = published ?? { name, version, updateTime: draft ? draft.baseUpdatedAt : (stored.updateTime ?? null) }
  return (
    <SessionProvider value={begun.session}>
      <Editor
        loaded={loaded}
        copies={copies}
        isUnsent={begun.isUnsent}
        onSaved={(saved) => {
          setPublished(saved)
          void queries.invalidateQueries(trpc.definitions.versions.queryFilter({ name: saved.name }))
          if (saved.name !== name) router.push(`/workflows/${encodeURIComponent(saved.name)}`)
          else onPublished(saved.version)
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
