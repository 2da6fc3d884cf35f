'use client'

import { TriangleAlert } from 'lucide-react'
import { memo, type ReactNode } from 'react'
import { taskType } from '@/components/graph/definition'
import { FOLDABLE } from '@/components/graph/graph-view'
import type { PlacedNode } from '@/components/graph/layout-types'
import { taskSummary } from '@/components/graph/task-summary'
import { TaskIcon } from '@/components/ui/task-icon'
import { AddButton } from './add-button'
import { BranchDots } from './branch-dots'
import { FoldButton } from './fold-button'
import { insideWords } from './node-label'
import { NodeStatus } from './node-status'
import { TravellingLight } from './status-ring'
import { type NodeLook, useNodeLook } from './use-node-look'

interface TaskNodeProps {
  readonly data: { readonly node: PlacedNode }
}

/** The plain card: every task that is not a bar or a frame. */
export const TaskNode = memo(function TaskNode({ data: { node } }: TaskNodeProps) {
  const look = useNodeLook(node)
  const type = node.task === null ? '' : taskType(node.task)
  const isSub = type === 'SUB_WORKFLOW'
  return (
    <>
      <Card node={node} look={look}>
        {isSub || FOLDABLE.has(type) ? <FoldButton id={node.id} isFolded={isSub} isSub={isSub} /> : null}
      </Card>
      {type === 'SWITCH' ? <AddButton id={node.id} label="Add a case" /> : null}
    </>
  )
})

/** A dynamic fork: a stack of cards before its branches are known, one dot per branch after. */
export const StackNode = memo(function StackNode({ data: { node } }: TaskNodeProps) {
  const look = useNodeLook(node)
  const branches = look.decoration?.branches
  return (
    <div className="graph-stack" data-known={branches !== undefined || undefined}>
      <Card node={node} look={look} />
      {branches ? <BranchDots branches={branches} /> : null}
    </div>
  )
})

/** A container whose inside is put away: a stack that says how many tasks it holds. */
export const FoldedNode = memo(function FoldedNode({ data: { node } }: TaskNodeProps) {
  const look = useNodeLook(node)
  return (
    <div className="graph-stack">
      <Card node={node} look={look} line={insideWords(node.inside ?? 0)}>
        <span className="graph-count" title={insideWords(node.inside ?? 0)}>
          {node.inside}
        </span>
        <FoldButton id={node.id} isFolded />
      </Card>
    </div>
  )
})

interface CardProps {
  readonly node: PlacedNode
  readonly look: NodeLook
  readonly line?: string
  readonly children?: ReactNode
}

function Card({ node, look, line: fixedLine, children }: CardProps) {
  const { task } = node
  const { decoration, status, problem } = look
  if (task === null) return null
  const type = taskType(task)
  if (look.isFar) {
    return (
      <div className="graph-card" {...look.attributes} data-problem={problem?.severity}>
        <TaskIcon type={type} size={28} className="graph-tile" />
      </div>
    )
  }
  const news = decoration?.waiting ?? decoration?.line ?? (decoration?.notTaken ? 'not taken' : null)
  return (
    <div className="graph-card" {...look.attributes}>
      {look.moves && status === 'IN_PROGRESS' ? <TravellingLight /> : null}
      <TaskIcon type={type} size={28} className="graph-tile" />
      <span className="graph-text">
        <span className="graph-title">{task.name || task.taskReferenceName}</span>
        <span className="graph-news">
          <span className="graph-line">{fixedLine ?? news ?? taskSummary(task)}</span>
          {status !== null && decoration ? <NodeStatus status={status} decoration={decoration} /> : null}
        </span>
      </span>
      {problem ? (
        <span className="graph-problem" data-severity={problem.severity} title={problem.message}>
          <TriangleAlert className="size-3.5" strokeWidth={1.75} aria-label={`Problem: ${problem.message}`} />
        </span>
      ) : null}
      {children}
    </div>
  )
}
