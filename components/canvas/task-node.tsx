'use client'

import { TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import { taskType } from '@/components/graph/definition'
import type { PlacedNode } from '@/components/graph/layout-types'
import { taskSummary } from '@/components/graph/task-summary'
import { TaskIcon } from '@/components/ui/task-icon'
import { AddButton } from './add-button'
import { BranchDots } from './branch-dots'
import { FlowPort } from './flow-port'
import { NodeStatus } from './node-status'
import { TravellingLight } from './status-ring'
import { type NodeLook, useNodeLook } from './use-node-look'

interface TaskNodeProps {
  readonly data: { readonly node: PlacedNode }
}

/** The plain card: every task that is not a bar or a frame. */
export const TaskNode = memo(function TaskNode({ data: { node } }: TaskNodeProps) {
  const look = useNodeLook(node)
  return (
    <>
      <FlowPort />
      <Card node={node} look={look} />
      {node.task && taskType(node.task) === 'SWITCH' ? <AddButton id={node.id} label="Add a case" /> : null}
    </>
  )
})

/** A dynamic fork: a stack of cards before its branches are known, one dot per branch after. */
export const StackNode = memo(function StackNode({ data: { node } }: TaskNodeProps) {
  const look = useNodeLook(node)
  const branches = look.decoration?.branches
  return (
    <div className="graph-stack" data-known={branches !== undefined || undefined}>
      <FlowPort />
      <Card node={node} look={look} />
      {branches ? <BranchDots branches={branches} /> : null}
    </div>
  )
})

function Card({ node, look }: { readonly node: PlacedNode; readonly look: NodeLook }) {
  const { task } = node
  const { decoration, status, problem } = look
  if (task === null) return null
  const line = decoration?.waiting ?? decoration?.line ?? (decoration?.notTaken ? 'not taken' : taskSummary(task))
  return (
    <div className="graph-card" {...look.attributes}>
      {look.moves && status === 'IN_PROGRESS' ? <TravellingLight /> : null}
      <TaskIcon type={taskType(task)} size={28} className="graph-tile" />
      <span className="graph-text">
        <span className="graph-title">{task.name || task.taskReferenceName}</span>
        <span className="graph-news">
          <span className="graph-line">{line}</span>
          {status !== null && decoration ? <NodeStatus status={status} decoration={decoration} /> : null}
        </span>
      </span>
      {problem ? (
        <span className="graph-problem" data-severity={problem.severity} title={problem.message}>
          <TriangleAlert className="size-3.5" strokeWidth={1.75} aria-label={`Problem: ${problem.message}`} />
        </span>
      ) : null}
    </div>
  )
}
