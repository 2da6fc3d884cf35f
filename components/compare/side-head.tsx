import Link from 'next/link'
import { shortId } from '@/components/execution/short-id'
import { Button } from '@/components/ui/button'
import { formatDuration } from '@/components/ui/format-duration'
import { formatInstant } from '@/components/ui/format-time'
import { StatusChip } from '@/components/ui/status-chip'
import type { RunView } from '@/server/model/run-view'

export interface SideHeadProps {
  readonly title: string
  readonly view: RunView
  readonly onChange?: () => void
}

/** Which run stands on a side. */
export function SideHead({ title, view: { header, now }, onChange }: SideHeadProps) {
  return (
    <section
      aria-label={title}
      className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3 max-md:border-b"
    >
      <StatusChip status={header.status} />
      <Link href={`/executions/${header.workflowId}`} className="min-w-0 truncate font-medium hover:underline">
        {header.workflowName} <span className="font-normal text-text-2">v{header.workflowVersion}</span>{' '}
        <span className="font-mono text-xs font-normal text-text-3">{shortId(header.workflowId)}</span>
      </Link>
      <span className="tabular">{formatDuration((header.endTime || now) - header.createTime)}</span>
      <span className="tabular text-sm text-text-2">{formatInstant(header.createTime)}</span>
      {onChange ? (
        <Button size="sm" className="ml-auto" onClick={onChange}>
          Another one
        </Button>
      ) : null}
    </section>
  )
}
