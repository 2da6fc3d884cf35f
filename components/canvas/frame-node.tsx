'use client'

import { Repeat, Workflow } from 'lucide-react'
import { memo } from 'react'
import type { PlacedNode } from '@/components/graph/layout-types'
import { taskSummary } from '@/components/graph/task-summary'
import { FoldButton, VisitButton } from './fold-button'
import { NodeStatus } from './node-status'
import { useNodeLook } from './use-node-look'

interface FrameNodeProps {
  readonly data: { readonly node: PlacedNode }
}

const RULER_LENGTH = 5

/** DO_WHILE: a frame that hugs its body, with the condition and the turns in its header. */
export const FrameNode = memo(function FrameNode({ data: { node } }: FrameNodeProps) {
  const look = useNodeLook(node)
  const { decoration, status } = look
  if (node.task === null) return null
  return (
    <div className="graph-frame" {...look.attributes} data-problem={look.problem?.severity}>
      <div className="graph-frame-header">
        <Repeat className="size-3.5 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden />
        <span className="graph-frame-title">{node.task.name || node.id}</span>
        {decoration?.iterations ? (
          <Iterations current={decoration.iterations} />
        ) : (
          <span className="graph-frame-line">{taskSummary(node.task)}</span>
        )}
        {status !== null && decoration ? <NodeStatus status={status} decoration={decoration} /> : null}
        <FoldButton id={node.id} isFolded={false} />
      </div>
    </div>
  )
})

/** SUB_WORKFLOW that shows what it runs: to be read here, to be edited where it belongs. */
export const SubNode = memo(function SubNode({ data: { node } }: FrameNodeProps) {
  const look = useNodeLook(node)
  const { decoration, status } = look
  if (node.task === null) return null
  return (
    <div className="graph-frame graph-sub" {...look.attributes} data-problem={look.problem?.severity}>
      <div className="graph-frame-header">
        <Workflow className="size-3.5 shrink-0 text-text-2" strokeWidth={1.5} aria-hidden />
        <span className="graph-frame-title">{node.task.name || node.id}</span>
        <span className="graph-frame-line">{taskSummary(node.task)}</span>
        {status !== null && decoration ? <NodeStatus status={status} decoration={decoration} /> : null}
        <VisitButton id={node.id} />
        <FoldButton id={node.id} isFolded={false} isSub />
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
