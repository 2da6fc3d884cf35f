'use client'

import { type ApiCall, curlCommand } from '@/components/api/curl-command'
import { useOrigin } from '@/components/api/use-origin'
import { CodeBlock } from '@/components/ui/code-block'

/** The same thing without this page, with the real address and a place for the token. */
export function CurlLine(call: ApiCall) {
  const code = curlCommand(useOrigin(), call)
  return <CodeBlock code={code} language="curl" copyLabel="Copy the command" className="rounded-lg border bg-canvas" />
}
