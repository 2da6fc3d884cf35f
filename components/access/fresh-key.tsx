'use client'

import { useState } from 'react'
import { CodeBlock } from '@/components/ui/code-block'
import { CopyButton } from '@/components/ui/copy-button'
import type { CodeLanguage } from '@/components/ui/highlight'
import { Segmented } from '@/components/ui/segmented'
import { useServerUrl } from './use-server-url'
import { WorkerArrival } from './worker-arrival'
import { SNIPPET_LANGUAGES, tokenSnippet, workerSnippet } from './worker-snippet'

export interface FreshKeyProps {
  /** Null for a token. */
  readonly keyId: string | null
  readonly secret: string
}

const TASK_TYPE = 'hello_world'

/** A secret just made, beside a worker that already contains it. */
export function FreshKey({ keyId, secret }: FreshKeyProps) {
  const serverUrl = useServerUrl()
  const [language, setLanguage] = useState<CodeLanguage>('javascript')
  const facts = { serverUrl, taskType: TASK_TYPE }
  const code =
    keyId === null
      ? tokenSnippet({ ...facts, token: secret })
      : workerSnippet(language, { ...facts, key: { keyId, secret } })
  return (
    <div className="grid gap-4">
      <dl className="grid gap-2 rounded-lg border p-3">
        <Secret label="Server" value={serverUrl} />
        {keyId === null ? null : <Secret label="Key id" value={keyId} />}
        <Secret label={keyId === null ? 'Token' : 'Secret'} value={secret} />
      </dl>
      <div className="min-w-0 overflow-hidden rounded-lg border">
        <div className="flex items-center justify-between gap-2 border-b px-3 py-1.5">
          <h3 className="font-medium">{keyId === null ? 'Try it' : 'A worker with this key'}</h3>
          {keyId === null ? null : (
            <Segmented label="Language" value={language} onValueChange={setLanguage} options={SNIPPET_LANGUAGES} />
          )}
        </div>
        <CodeBlock code={code} language={keyId === null ? 'curl' : language} copyLabel="Copy the worker" />
      </div>
      {keyId === null ? null : <WorkerArrival taskType={TASK_TYPE} />}
    </div>
  )
}

function Secret({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div className="grid grid-cols-[64px_minmax(0,1fr)] items-center gap-2">
      <dt className="text-sm text-text-2">{label}</dt>
      <dd className="flex items-center justify-between gap-2 font-mono text-sm break-all">
        {value}
        <CopyButton value={value} label={`Copy the ${label.toLowerCase()}`} />
      </dd>
    </div>
  )
}
