'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useState } from 'react'
import { useTRPC } from '@/components/api/trpc'
import { useMe } from '@/components/shell/use-me'
import { Button } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import type { CodeLanguage } from '@/components/ui/highlight'
import { Segmented } from '@/components/ui/segmented'
import { toast } from '@/components/ui/toast'
import { useServerUrl } from './use-server-url'
import { WorkerArrival } from './worker-arrival'
import { SNIPPET_LANGUAGES, type SnippetFacts, workerSnippet } from './worker-snippet'

/** A worker to paste and run, with this server's address, and word of its arrival. */
export function WorkerCard({ taskType = 'hello_world' }: { readonly taskType?: string }) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const serverUrl = useServerUrl()
  const { data: me } = useMe()
  const [language, setLanguage] = useState<CodeLanguage>('javascript')
  const [key, setKey] = useState<SnippetFacts['key']>(null)
  const snippet = workerSnippet(language, { serverUrl, key, taskType })
  const create = useMutation(
    trpc.access.create.mutationOptions({
      onSuccess: async ({ keyId, secret }) => {
        const made = { keyId: keyId ?? '', secret }
        setKey(made)
        void queries.invalidateQueries(trpc.access.list.queryFilter())
        await copyText(workerSnippet(language, { serverUrl, key: made, taskType }))
      },
    }),
  )
  const copy = () => {
    if (key) void copyText(snippet)
    else create.mutate({ kind: 'access_key', name: `Worker for ${taskType}`, role: 'editor' })
  }
  return (
    <section aria-label="Connect a worker" className="flex min-w-0 flex-col rounded-xl border bg-surface">
      <header className="flex flex-wrap items-center justify-between gap-2 border-b px-4 py-2">
        <h2 className="font-semibold">Connect a worker</h2>
        <Segmented label="Language" value={language} onValueChange={setLanguage} options={SNIPPET_LANGUAGES} />
      </header>
      <CodeBlock code={snippet} language={language} className="h-[252px] overflow-auto" />
      <footer className="flex flex-wrap items-center justify-between gap-2 border-t px-4 py-2">
        <WorkerArrival taskType={taskType} />
        {me?.namespace?.role === 'viewer' ? null : (
          <Button onClick={copy} disabled={create.isPending}>
            <Copy strokeWidth={1.5} aria-hidden />
            {key ? 'Copy' : 'Copy with a new key'}
          </Button>
        )}
      </footer>
    </section>
  )
}

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast.success('Copied, with its key. The secret is shown only now.')
  } catch {
    toast.info('The key is in the snippet now. Select it and copy it by hand: the secret is shown only once.')
  }
}
