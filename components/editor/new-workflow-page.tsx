'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Editor } from './editor'
import { createSession, SessionProvider } from './session'

const EMPTY = `{
  "name": "my_workflow",
  "version": 1,
  "schemaVersion": 2,
  "tasks": []
}
`

/** A workflow that is not stored yet; its first save gives it an address. */
export function NewWorkflowPage() {
  const router = useRouter()
  const [session] = useState(() => createSession({ text: EMPTY, savedText: null, editable: true }))
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
