import { formatDuration } from '@/components/ui/format-duration'
import { type DisplayStatus, STATUS_LOOK } from '@/components/ui/status'
import type { NodeDecoration } from './node-decoration'

export interface NodeStatusProps {
  readonly status: DisplayStatus
  readonly decoration: NodeDecoration
}

/** The right end of a line: how long, how often, and the status as an icon. */
export function NodeStatus({ status, decoration }: NodeStatusProps) {
  const { icon: Icon, label } = STATUS_LOOK[status]
  const { durationMs, attempts = 1 } = decoration
  return (
    <span className="graph-status" title={attempts > 1 ? `${label}, attempt ${attempts}` : label}>
      {attempts > 1 ? <span className="graph-attempts">×{attempts}</span> : null}
      {durationMs === undefined ? null : <span>{formatDuration(durationMs)}</span>}
      <Icon className="size-3.5 shrink-0" strokeWidth={1.75} aria-hidden />
    </span>
  )
}
