'use client'

import { Eye } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Definition } from '@/components/graph/definition'
import { PageTop } from '@/components/shell/page-top'
import { useMayEdit } from '@/components/shell/use-me'
import { EmptyState } from '@/components/ui/empty-state'
import { Editor } from './editor'
import { createSession, SessionProvider } from './session'

const definition: Definition = { name: 'my_workflow', version: 1, schemaVersion: 2, tasks: [] }
const EMPTY = { text: `${JSON.stringify(definition, null, 2)}\n`, definition, savedText: null }

/** A workflow that is not stored yet; its first save gives it an address. */
export function NewWorkflowPage() {
  const router = useRouter()
  const [session] = useState(() => createSession({ ...EMPTY, editable: true }))
  if (!useMayEdit()) {
    return (
      <>
        <PageTop crumbs={[{ label: 'Workflows', href: '/workflows' }]} title="New workflow" />
        <EmptyState icon={Eye} title="Viewers only look" description="Building needs the editor role. Ask an owner." />
      </>
    )
  }
  return (
    <SessionProvider value={session}>
      <Editor
        loaded={null}
        onSaved={({ name, version }) =>
          router.replace(`/workflows/${encodeURIComponent(name)}?version=${version}&${viewParam()}`)
        }
      />
    </SessionProvider>
  )
}

function viewParam(): string {
  const view = new URLSearchParams(window.location.search).get('view')
  return view === null ? '' : `view=${view}`
}
