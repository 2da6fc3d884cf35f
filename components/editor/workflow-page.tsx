'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { FileQuestion } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { parseAsInteger, useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import { errorText } from '@/components/api/error-text'
import { useTRPC } from '@/components/api/trpc'
import { useLookOptions } from '@/components/canvas/use-stored-look'
import { PageTop } from '@/components/shell/page-top'
import { useMe } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { LocalCopies } from './draft/local-copies'
import { useCopies } from './draft/use-copies'
import { Editor } from './editor'
import { addressOf, type Continued, continueAs, continuedAt } from './hand-over'
import type { LoadedVersion } from './loaded-version'
import { openStored, type StoredWithDraft } from './open-document'
import { createSession, SessionProvider } from './session'
import { useIsPhone } from './use-is-phone'
import { useOpened } from './use-opened'

/** One stored workflow in the editor, as its reader left it. */
export function WorkflowPage({ name }: { readonly name: string }) {
  const { opening, version, onPublished } = useOpening()
  const [continued] = useState(() => continuedAt(name, version))
  useEffect(() => continueAs(null), [])
  if (continued !== null && opening.turn === 0) {
    return <ContinuedWorkflow continued={continued} onPublished={onPublished} />
  }
  return <StoredWorkflow key={opening.turn} name={name} version={opening.version} onPublished={onPublished} />
}

/** Which version is opened. What has just been published has another address, and goes on being edited. */
function useOpening() {
  const [version, setVersion] = useQueryState('version', parseAsInteger)
  const [opening, setOpening] = useState({ turn: 0, version, shown: version, left: version })
  const { turn, shown, left } = opening
  if (version === shown && left !== shown) setOpening({ ...opening, left: shown })
  else if (version !== shown && version !== left) {
    setOpening({ turn: turn + 1, version, shown: version, left: version })
  }
  return {
    opening,
    version,
    onPublished: (published: number) => {
      if (version === null) return
      setOpening({ ...opening, shown: published })
      void setVersion(published)
    },
  }
}

interface StoredWorkflowProps {
  readonly name: string
  /** Null: the newest. */
  readonly version: number | null
  readonly onPublished: (version: number) => void
}

function StoredWorkflow({ name, version, onPublished }: StoredWorkflowProps) {
  const trpc = useTRPC()
  const { data: me } = useMe()
  const isPhone = useIsPhone()
  const copies = useCopies()
  const look = useQuery(useLookOptions(name))
  // Loaded once: what somebody else saves must not replace what is being edited here.
  const opened = useQuery({
    ...trpc.drafts.open.queryOptions({ name, version }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  if (opened.error) return <NotFound message={errorText(opened.error)} />
  if (!opened.data || look.isPending || !me || isPhone === null || copies === null) return null
  const editable = me.namespace?.role !== 'viewer' && !isPhone
  return <OpenWorkflow {...{ editable, isPhone, copies, onPublished }} opened={opened.data} />
}

interface OpenWorkflowProps {
  readonly opened: StoredWithDraft
  readonly editable: boolean
  /** There the outline is what can be read first. */
  readonly isPhone: boolean
  readonly copies: LocalCopies
  readonly onPublished: (version: number) => void
}

function OpenWorkflow({ opened, editable, isPhone, copies, onPublished }: OpenWorkflowProps) {
  const { stored, draft } = opened
  const begun = useOpened(async () => {
    const found = await openStored(stored, editable ? { draft, copies } : null)
    const session = createSession({ ...found, editable })
    session.ui.setState({ isOutlineOpen: isPhone })
    return { session, isUnsent: found.isUnsent }
  })
  if (begun === null) return null
  const { name, version } = stored
  // A draft that began before somebody else's change is compared with what it began as when it is published.
  const loaded = { name, version, updateTime: draft ? draft.baseUpdatedAt : (stored.updateTime ?? null) }
  return <EditWorkflow {...begun} loaded={loaded} copies={copies} onPublished={onPublished} />
}

interface ContinuedWorkflowProps {
  readonly continued: Continued
  readonly onPublished: (version: number) => void
}

function ContinuedWorkflow({ continued, onPublished }: ContinuedWorkflowProps) {
  const copies = useCopies()
  if (copies === null) return null
  return <EditWorkflow {...continued} isUnsent={false} copies={copies} onPublished={onPublished} />
}

interface EditWorkflowProps extends Continued {
  readonly copies: LocalCopies
  readonly isUnsent: boolean
  readonly onPublished: (version: number) => void
}

function EditWorkflow({ session, loaded, copies, isUnsent, onPublished }: EditWorkflowProps) {
  const queries = useQueryClient()
  const trpc = useTRPC()
  const router = useRouter()
  const [published, setPublished] = useState<LoadedVersion | null>(null)
  return (
    <SessionProvider value={session}>
      <Editor
        loaded={published ?? loaded}
        copies={copies}
        isUnsent={isUnsent}
        onSaved={(saved) => {
          void queries.invalidateQueries(trpc.definitions.versions.queryFilter({ name: saved.name }))
          if (saved.name !== loaded.name) {
            continueAs({ session, loaded: saved })
            router.push(addressOf(saved))
          } else {
            setPublished(saved)
            onPublished(saved.version)
          }
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
