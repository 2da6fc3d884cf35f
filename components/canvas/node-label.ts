import { taskType } from '@/components/graph/definition'
import type { PlacedNode } from '@/components/graph/layout-types'
import { taskKind } from '@/components/graph/task-catalog'

const TYPE_WORDS: Readonly<Record<string, string>> = {
  SIMPLE: 'worker task',
  HTTP: 'HTTP call',
  INLINE: 'inline script',
  JSON_JQ_TRANSFORM: 'jq transform',
  SWITCH: 'switch',
  FORK_JOIN: 'fork',
  FORK_JOIN_DYNAMIC: 'dynamic fork',
  JOIN: 'join',
  DO_WHILE: 'loop',
  SUB_WORKFLOW: 'sub-workflow',
  SET_VARIABLE: 'set variable',
  WAIT: 'wait',
  TERMINATE: 'terminate',
  HUMAN: 'human task',
  DYNAMIC: 'dynamic task',
  NOOP: 'no-op',
}

export function typeWords(type: string): string {
  return TYPE_WORDS[type] ?? taskKind(type)?.label ?? type
}

/** For screen readers: "Charge card, worker task". A run appends its state. */
export function nodeLabel(node: PlacedNode): string {
  if (node.kind === 'start') return 'Start'
  if (node.kind === 'end') return 'End'
  if (node.kind === 'merge') return 'Branches meet'
  if (node.kind === 'case') return `Case ${node.caseKey ?? 'default'}`
  const task = node.task
  if (task === null) return node.id
  return `${task.name || task.taskReferenceName}, ${typeWords(taskType(task))}`
}
