'use client'

import { formatDuration, formatTicking } from '@/components/ui/format-duration'
import type { RunView } from '@/server/model/run-view'
import { isTerminalWorkflow } from '@/server/model/status'
import { useNow } from './use-now'

/** How long the run has taken; ticks by itself so that nothing around it has to. */
export function RunDuration({ view }: { readonly view: RunView }) {
  const { header } = view
  const isOpen = !isTerminalWorkflow(header.status)
  const now = useNow(view.now, isOpen, 100)
  const text = isOpen ? formatTicking(now - header.createTime) : formatDuration(header.endTime - header.createTime)
  return (
    <span className="tabular whitespace-nowrap text-md font-semibold" title="Duration">
      {text}
    </span>
  )
}
