'use client'

import { useQuery } from '@tanstack/react-query'
import { Eye } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import type { Definition } from '@/components/graph/definition'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { EmptyState } from '@/components/ui/empty-state'
import { newId } from '@/components/ui/new-id'
import type { Draft } from '@/server/model/draft'
import type { DocumentOptions } from './document-store'
import type { LocalCopies } from './draft/local-copies'
import { useCopies } from './draft/use-copies'
import { Editor } from './editor'
import { addressOf, continueAs, handedOverTo } from './hand-over'
import { openUnnamed } from './open-document'
import { createSession, SessionProvider, useDraft } from './session'
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
  if (!useMayEdit()) {
    return (
      <>
        <PageTop crumbs={[{ label: 'Workflows', href: '/workflows' }]} title="New workflow" />
        <EmptyState icon={Eye} title="Viewers only look" description="Building needs the editor role. Ask an owner." />
      </>
    )
  }
  if (copies === null || (wanted.id !== null && kept.isPending)) return null
  const key = wanted.id ?? wanted.fresh
  return <OpenDraft key={key} id={key} draft={kept.data ?? null} copies={copies} />
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
