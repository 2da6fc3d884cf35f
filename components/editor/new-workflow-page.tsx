'use client'

import { useQuery } from '@tanstack/react-query'
import { Eye, Monitor } from 'lucide-react'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import type { Definition } from '@/components/graph/definition'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { EmptyState, type EmptyStateProps } from '@/components/ui/empty-state'
import { newId } from '@/components/ui/new-id'
import type { Draft } from '@/server/model/draft'
import type { DocumentOptions } from './document-store'
import type { LocalCopies } from './draft/local-copies'
import { useCopies } from './draft/use-copies'
import { Editor } from './editor'
import { addressOf, continueAs, handedOverTo } from './hand-over'
import { openUnnamed } from './open-document'
import { createSession, SessionProvider, useDraft } from './session'
import { useIsPhone } from './use-is-phone'
import { useOpened } from './use-opened'

const definition: Definition = { name: 'my_workflow', version: 1, schemaVersion: 2, tasks: [] }
const EMPTY: DocumentOptions = { text: `${JSON.stringify(definition, null, 2)}\n`, definition, savedText: null }

/** A workflow that is not published yet: its draft has an address, and its first version gives it a name. */
export function NewWorkflowPage() {
  const trpc = useTRPC()
  const copies = useCopies()
  const [id] = useQueryState('draft', parseAsString)
  const [wanted, setWanted] = useState(() => ({ id, fresh: newId() }))
  // The address of a draft that began here is no other draft.
  if (id !== wanted.id && id !== wanted.fresh) setWanted({ id, fresh: newId() })
  const kept = useQuery({
    ...trpc.drafts.get.queryOptions({ id: wanted.id ?? wanted.fresh }, { enabled: wanted.id !== null }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const isPhone = useOpenedOnPhone()
  if (!useMayEdit()) {
    return <NotHere icon={Eye} title="Viewers only look" description="Building needs the editor role. Ask an owner." />
  }
  if (isPhone) {
    return (
      <NotHere
        icon={Monitor}
        title="Drawing needs a larger screen"
        description="Here workflows are read and run. What you begin elsewhere is kept as a draft."
      />
    )
  }
  if (isPhone === null || copies === null || (wanted.id !== null && kept.isPending)) return null
  const key = wanted.id ?? wanted.fresh
  return <OpenDraft key={key} id={key} draft={kept.data ?? null} copies={copies} />
}

/** As it was when the page opened: a window that is made narrower takes nothing out of anybody's hands. */
function useOpenedOnPhone(): boolean | null {
  const isPhone = useIsPhone()
  const [opened, setOpened] = useState(isPhone)
  if (opened === null && isPhone !== null) setOpened(isPhone)
  return opened
}

function NotHere(props: Pick<EmptyStateProps, 'icon' | 'title' | 'description'>) {
  return (
    <>
      <PageTop crumbs={[{ label: 'Workflows', href: '/workflows' }]} title="New workflow" />
      <EmptyState
        {...props}
        action={
          <Button asChild>
            <Link href="/workflows">See all workflows</Link>
          </Button>
        }
      />
    </>
  )
}

interface OpenDraftProps {
  readonly id: string
  readonly draft: Draft | null
  readonly copies: LocalCopies
}

function OpenDraft({ id, draft, copies }: OpenDraftProps) {
  const router = useRouter()
  const begun = useOpened(async () => {
    const given = draft === null ? handedOverTo(id) : null
    const found = await openUnnamed(given === null ? EMPTY : { ...EMPTY, ...given }, id, { draft, copies })
    const isUnsent = found.isUnsent || given !== null
    const state = isUnsent ? { ...found.draft, status: 'pending' as const } : found.draft
    return { session: createSession({ document: found.document, draft: state, editable: true }), isUnsent }
  })
  if (begun === null) return null
  return (
    <SessionProvider value={begun.session}>
      <Address />
      <Editor
        loaded={null}
        copies={copies}
        isUnsent={begun.isUnsent}
        onSaved={(loaded) => {
          continueAs({ session: begun.session, loaded })
          router.replace(addressOf(loaded))
        }}
      />
    </SessionProvider>
  )
}

/** Once there is something to come back to, the address says so: a reload opens it again. */
function Address() {
  const id = useDraft((state) => state.id)
  const isKept = useDraft((state) => state.status !== 'none')
  const [, setId] = useQueryState('draft', parseAsString)
  useEffect(() => {
    if (isKept) void setId(id, { history: 'replace' })
  }, [id, isKept, setId])
  return null
}
