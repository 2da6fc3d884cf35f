'use client'

import { Repeat } from 'lucide-react'
import { memo } from 'react'
import type { PlacedNode } from '@/components/graph/layout-types'
import { taskSummary } from '@/components/graph/task-summary'
import { FlowPort } from './flow-port'
import { NodeStatus } from './node-status'
import { useNodeLook } from './use-node-look'

const RULER_LENGTH = 5

/** DO_WHILE: a frame that hugs its body, with the condition and the turns in its header. */
export const FrameNode = memo(function FrameNode({ data: { node } }: { readonly data: { readonly node: PlacedNode } }) {
  const look = useNodeLook(node)
  const { decoration, status } = look
  if (node.task === null) return null
  return (
    <div className="graph-frame" {...look.attributes} data-problem={look.problem?.severity}>
      <FlowPort />
      <div className="graph-frame-header">
        <Repeat className="size-3.5 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden />
        <span className="graph-frame-title">{node.task.name || node.id}</span>
        {decoration?.iterations ? (
          <Iterations current={decoration.iterations} />
        ) : (
          <span className="graph-frame-line">{taskSummary(node.task)}</span>
        )}
        {status !== null && decoration ? <NodeStatus status={status} decoration={decoration} /> : null}
      </div>
    </div>
  )
})

function Iterations({ current }: { readonly current: number }) {
  const first = Math.max(1, current - RULER_LENGTH + 1)
  const turns = Array.from({ length: current - first + 1 }, (_, i) => first + i)
  return (
    <span className="graph-frame-line">
      iteration {current} · {first > 1 ? '… ' : ''}
      {turns.map((turn) => (
        <span key={turn} className={turn === current ? 'font-semibold text-accent' : undefined}>
          {turn}{' '}
        </span>
      ))}
    </span>
  )
}
