'use client'

import { CopyButton } from '@/components/ui/copy-button'
import { type ApiCall, curlCommand } from './curl-command'
import { useOrigin } from './use-origin'

/** What the button beside it does, as a command for a terminal. */
export function CopyCurlButton({ call, className }: { readonly call: ApiCall; readonly className?: string }) {
  const command = curlCommand(useOrigin(), call)
  return <CopyButton value={command} text="Copy as curl" {...(className ? { className } : {})} />
}
