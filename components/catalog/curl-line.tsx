'use client'

import { useSyncExternalStore } from 'react'
import { CodeBlock } from '@/components/ui/code-block'

/** The address in the bar is the one that works from here; the server does not know it. */
export function useOrigin(): string {
  return useSyncExternalStore(
    () => () => {},
    () => window.location.origin,
    () => '',
  )
}

export interface CurlLineProps {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly body?: string
}

/** The same thing without this page, with the real address and a place for the token. */
export function CurlLine({ method, path, body }: CurlLineProps) {
  const origin = useOrigin()
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${origin}${path} \\`,
    `  -H "X-Authorization: $TOKEN"${body ? ' \\' : ''}`,
    ...(body ? ['  -H "Content-Type: application/json" \\', `  -d '${body}'`] : []),
  ]
  return (
    <CodeBlock
      code={lines.join('\n')}
      language="curl"
      copyLabel="Copy the command"
      className="rounded-lg border bg-canvas"
    />
  )
}
