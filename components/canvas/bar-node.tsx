'use client'

import { memo } from 'react'
import { taskType } from '@/components/graph/definition'
import type { PlacedNode } from '@/components/graph/layout-types'
import { isTerminalTask } from '@/server/model/status'
import { AddButton } from './add-button'
import { type CanvasState, useCanvasState } from './canvas-state'
import { FoldButton } from './fold-button'
import { useNodeLook } from './use-node-look'

interface BarNodeProps {
  readonly data: { readonly node: PlacedNode }
}

/** A fork or a join: a bar with its label at the left; in a run the join says who is still missing. */
export const BarNode = memo(function BarNode({ data: { node } }: BarNodeProps) {
  const look = useNodeLook(node)
  const label = useCanvasState((state) => barLabel(node, state))
  return (
    <div className="graph-bar" data-kind={node.kind} {...look.attributes} data-problem={look.problem?.severity}>
      <span className="graph-bar-label" title={look.problem?.message}>
        {label}
      </span>
      {node.kind === 'fork' ? (
        <>
          <AddButton id={node.id} label="Add a branch" />
          <FoldButton id={node.id} isFolded={false} />
        </>
      ) : null}
    </div>
  )
})

function barLabel(node: PlacedNode, state: CanvasState): string {
  const task = node.task
  if (task === null) return ''
  if (taskType(task) === 'FORK_JOIN') return `fork · ${(task.forkTasks ?? []).length}`
  const joinOn = task.joinOn ?? []
  const own = state.decorations[node.id]
  if (own?.status !== undefined && !isTerminalTask(own.status)) {
    if (joinOn.length === 0) return own.waiting ?? own.line ?? 'joining'
    return `${joinOn.filter((ref) => hasEnded(state, ref)).length} of ${joinOn.length}`
  }
  if (joinOn.length === 0) return 'join'
  return joinOn.length === 2 ? 'join · both' : `join · ${joinOn.length}`
}

function hasEnded(state: CanvasState, ref: string): boolean {
  const status = state.decorations[ref]?.status
  return status !== undefined && isTerminalTask(status)
}
